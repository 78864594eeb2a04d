/* sha256.h - SHA-256 (FIPS 180-4): is a file still what accord wrote; names of assets. */
#ifndef ACCORD_BASE_SHA256_H
#define ACCORD_BASE_SHA256_H

#include <nettle/sha2.h>
#include <stddef.h>

enum { SHA256_HEX = 65 }; /* 64 lower-case digits and a NUL */

struct sha256 {
    struct sha256_ctx ctx;
};

void sha256_start(struct sha256 *s);
void sha256_put(struct sha256 *s, const void *bytes, size_t n);
void sha256_hex(struct sha256 *s, char hex[SHA256_HEX]); /* ends the sum */
void sha256_of(const void *bytes, size_t n, char hex[SHA256_HEX]); /* all at once */

#endif
