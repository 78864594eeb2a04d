/* vec.h - a growing array in an arena.
 *
 *     VEC(int) v = {0};
 *     VEC_PUSH(arena, &v, 7);
 *     for (size_t i = 0; i < v.n; i++) use(v.p[i]);
 *
 * A zeroed vector is empty and valid.  Growing may move the items: keep indices, not
 * pointers, while pushing.
 */
#ifndef ACCORD_BASE_VEC_H
#define ACCORD_BASE_VEC_H

#include "base/arena.h"

#include <stddef.h>

enum { VEC_FIRST = 64 }; /* bytes: most vectors stay as small */

#define VEC(type)                                                                                  \
    struct {                                                                                       \
        type *p;                                                                                   \
        size_t n, cap;                                                                             \
    }

#define VEC_PUSH(arena, v, item)                                                                   \
    do {                                                                                           \
        if ((v)->n == (v)->cap) {                                                                  \
            size_t vec_few_ = sizeof *(v)->p < VEC_FIRST ? VEC_FIRST / sizeof *(v)->p : 1;         \
            size_t vec_cap_ = (v)->cap ? (v)->cap * 2 : vec_few_;                                  \
            (v)->p = arena_grow((arena), (v)->p, (v)->n * sizeof *(v)->p,                          \
                                vec_cap_ * sizeof *(v)->p);                                        \
            (v)->cap = vec_cap_;                                                                   \
        }                                                                                          \
        (v)->p[(v)->n++] = (item);                                                                 \
    } while (0)

#endif
