/* pack.h - numbers and texts as bytes, for another process of this program on this machine.
 *
 * What was packed is unpacked in the same order.  Texts may be NULL and come back as NULL.  Bytes
 * that end early, or were never packed, give zeros and NULLs, and unpack_ok says so.
 */
#ifndef ACCORD_BASE_PACK_H
#define ACCORD_BASE_PACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;

void pack_number(struct buf *out, uint64_t n);
void pack_text(struct buf *out, const char *s);

struct unpack {
    const char *p; /* what is left */
    size_t n;
    bool failed;
};

struct unpack unpack_of(const char *bytes, size_t n);
uint64_t unpack_number(struct unpack *u);
const char *unpack_text(struct unpack *u, struct arena *a); /* copied */
bool unpack_ok(const struct unpack *u);                     /* all was there, and nothing is left */

#endif
