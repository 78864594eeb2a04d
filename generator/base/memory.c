/* memory.c - no library gets NULL for memory.
 *
 * libhyphen ends the process with status 1 then, cmark and GMP abort, libxlsxwriter follows the pointer,
 * and of those that pass the fault on, most call the content wrong in the end.  So malloc, calloc and realloc
 * of this program, which by the rules of ELF are those of its libraries, too, ask the system's, and end
 * the process when there is nothing left: as mem_die says, with status 3 and a line that says why.
 *
 * Sanitizers bring their own, and end the process themselves. */
#define _GNU_SOURCE /* RTLD_NEXT */

#include "base/arena.h"

#include <stdlib.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) ||                         \
    __has_feature(memory_sanitizer)
#define SANITIZER_ALLOCATES
#endif
#elif defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZER_ALLOCATES
#endif

/* Whatever lock is held and whatever is half done: nothing is called that could want memory, and no
 * output of the process this one came from is written again. */
_Noreturn void mem_die(void)
{
    static const char line[] = "accord: error: out of memory; nothing is left half written\n";
    ssize_t said = write(STDERR_FILENO, line, sizeof line - 1);
    (void)said; /* there is nobody else to tell */
    _exit(3);
}

#ifndef SANITIZER_ALLOCATES
#include <dlfcn.h>
#include <stdatomic.h>

/* The system's function of a name, looked for once; any thread may be the first one. */
static void *system_one(_Atomic(void *) *known, const char *name)
{
    void *f = atomic_load_explicit(known, memory_order_relaxed);
    if (f)
        return f;
    f = dlsym(RTLD_NEXT, name);
    if (!f)
        mem_die();
    atomic_store_explicit(known, f, memory_order_relaxed);
    return f;
}

void *malloc(size_t size)
{
    static _Atomic(void *) known;
    void *(*get)(size_t);
    *(void **)&get = system_one(&known, "malloc");
    void *p = get(size);
    if (!p && size)
        mem_die();
    return p;
}

void *calloc(size_t count, size_t size)
{
    static _Atomic(void *) known;
    void *(*get)(size_t, size_t);
    *(void **)&get = system_one(&known, "calloc");
    void *p = get(count, size);
    if (!p && count && size)
        mem_die();
    return p;
}

void *realloc(void *old, size_t size)
{
    static _Atomic(void *) known;
    void *(*get)(void *, size_t);
    *(void **)&get = system_one(&known, "realloc");
    void *p = get(old, size);
    if (!p && size)
        mem_die();
    return p;
}
#endif
