/* fault.c - a shim for LD_PRELOAD that counts calls to the system, and has one of them fail.
 *
 *     FAULT_CALLS    which: names parted by commas (malloc,write,open ...; see the table); those of
 *                    "changes" are all calls that change a folder or a file
 *     FAULT_AT       the call that fails, from 1; 0: none, they are only counted
 *     FAULT_ERRNO    what it fails with, a number; for memory there is only one
 *     FAULT_LAST     the last one that fails (default: only one does)
 *     FAULT_KILL     "self": the process is killed (SIGKILL) before the call, rather than failing;
 *                    "group": all of its group are
 *     FAULT_FROM     "program": only calls that the program makes itself; "libraries": the others
 *     FAULT_PATHS    a file that is there, of struct path: where the program was at the calls that are wanted; each
 *                    chain of callers has a place in it, with its first call and its last one
 *     FAULT_SHOW     set: the callers of a call that fails are written to standard error, for addr2line
 *     FAULT_COUNTER  a file that is there, large enough for struct counter: numbers of calls so far, of all
 *                    processes together
 *
 * Calls within libc itself are not seen, save those to malloc: what stdio writes fails by /dev/full, or where the
 * system gives too little (export.sh).  What libxlsxwriter writes and reads through stdio is seen, as the program's own
 * calls: it has streams of generator/data/library_files.c.
 */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <link.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <dirent.h>
#include <stdio.h>
#include <unistd.h>

enum call {
    CALL_MALLOC, CALL_WRITE, CALL_READ, CALL_OPEN, CALL_CREATE, CALL_CLOSE, CALL_RENAME, CALL_LINK,
    CALL_UNLINK, CALL_MKDIR, CALL_FSYNC, CALL_STAT, CALL_MMAP, CALL_FORK, CALL_PIPE, CALL_TRUNCATE,
    CALL_READDIR, CALL_LOCK, CALLS
};

static const char *const call_name[CALLS] = {
    "malloc", "write", "read", "open", "create", "close", "rename", "link", "unlink",
    "mkdir", "fsync", "stat", "mmap", "fork", "pipe", "truncate", "readdir", "lock"};

struct counter {
    _Atomic uint64_t calls, failed; /* those that are wanted; those of them that failed */
    _Atomic uint64_t seen[CALLS][2]; /* of each kind: of the libraries, of the program */
};

enum { PATHS = 1 << 18, DEPTH = 96 };

struct path {
    _Atomic uint64_t chain, first, last; /* chain: a sum of the callers' addresses; 0: nothing here */
};

static struct {
    bool on, show;
    bool wanted[CALLS];
    uint64_t at, last;
    int error, kill; /* kill: 0 none, 1 self, 2 group */
    int from;        /* 0 all, 1 program, 2 libraries */
    uintptr_t program, program_end;
    struct counter *counter;
    struct path *path;
} fault;

/* --- settings --- */

/* NOLINTBEGIN(bugprone-reserved-identifier): glibc's own, which dlsym could not be asked for: it wants memory */
extern void *__libc_malloc(size_t n);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *p, size_t n);
/* NOLINTEND(bugprone-reserved-identifier) */

static void want(const char *list)
{
    static const enum call changes[] = {CALL_WRITE, CALL_CREATE, CALL_RENAME, CALL_LINK,
                                        CALL_UNLINK, CALL_MKDIR, CALL_FSYNC, CALL_TRUNCATE};
    while (*list) {
        size_t n = strcspn(list, ",");
        for (int i = 0; i < CALLS; i++)
            if (strlen(call_name[i]) == n && memcmp(call_name[i], list, n) == 0)
                fault.wanted[i] = true;
        if (n == 7 && memcmp(list, "changes", n) == 0)
            for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
                fault.wanted[changes[i]] = true;
        list += n + (list[n] == ',');
    }
}

/* The first object is the program. */
static int find_program(struct dl_phdr_info *info, size_t size, void *ctx)
{
    (void)size;
    (void)ctx;
    fault.program = UINTPTR_MAX;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *p = &info->dlpi_phdr[i];
        uintptr_t begin = info->dlpi_addr + p->p_vaddr;
        if (p->p_type != PT_LOAD)
            continue;
        if (begin < fault.program)
            fault.program = begin;
        if (begin + p->p_memsz > fault.program_end)
            fault.program_end = begin + p->p_memsz;
    }
    return 1;
}

static uint64_t number(const char *name)
{
    const char *s = getenv(name);
    return s ? strtoull(s, NULL, 10) : 0;
}

/* A file that all processes share, which ends with them; the process ends here when it is not to be had. */
static void *shared(const char *path, size_t n)
{
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
    void *p = fd < 0 ? MAP_FAILED
                     : (void *)syscall(SYS_mmap, NULL, n, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (p == MAP_FAILED)
        _exit(99);
    syscall(SYS_close, fd);
    return p;
}

/* Before main. */
__attribute__((constructor)) static void begin(void)
{
    const char *calls = getenv("FAULT_CALLS"), *path = getenv("FAULT_COUNTER");
    const char *paths = getenv("FAULT_PATHS");
    const char *kills = getenv("FAULT_KILL"), *from = getenv("FAULT_FROM");
    if (!calls || !path)
        return;
    fault.counter = shared(path, sizeof *fault.counter);
    if (paths) {
        void *caller[1];
        backtrace(caller, 1); /* the first time, it asks for memory */
        fault.path = shared(paths, PATHS * sizeof *fault.path);
    }
    want(calls);
    fault.at = number("FAULT_AT");
    fault.last = number("FAULT_LAST");
    if (fault.last < fault.at)
        fault.last = fault.at;
    fault.error = (int)number("FAULT_ERRNO");
    fault.kill = !kills ? 0 : strcmp(kills, "group") == 0 ? 2 : 1;
    fault.show = getenv("FAULT_SHOW") != NULL;
    fault.from = !from ? 0 : strcmp(from, "program") == 0 ? 1 : 2;
    dl_iterate_phdr(find_program, NULL);
    fault.on = true;
}

/* --- whether this call fails --- */

/* The chain of callers that is here for the n-th time. */
static void note_path(uint64_t n)
{
    void *caller[DEPTH];
    int depth = backtrace(caller, DEPTH);
    uint64_t chain = 14695981039346656037u; /* FNV-1a */
    for (int i = 0; i < depth; i++)
        chain = (chain ^ (uintptr_t)caller[i]) * 1099511628211u;
    chain |= 1;
    for (size_t k = 0; k < PATHS; k++) {
        struct path *p = &fault.path[(chain + k) % PATHS];
        uint64_t empty = 0;
        if (!atomic_compare_exchange_strong(&p->chain, &empty, chain) && empty != chain)
            continue;
        uint64_t none = 0;
        atomic_compare_exchange_strong(&p->first, &none, n);
        atomic_store(&p->last, n);
        return;
    }
    _exit(99);
}

static void show_callers(void)
{
    void *caller[DEPTH];
    backtrace_symbols_fd(caller, backtrace(caller, DEPTH), STDERR_FILENO);
}

static bool fails(enum call call, const void *caller)
{
    uintptr_t at = (uintptr_t)caller;
    bool program = at >= fault.program && at < fault.program_end;
    if (!fault.on)
        return false;
    atomic_fetch_add(&fault.counter->seen[call][program], 1);
    if (!fault.wanted[call] || (fault.from == 1 && !program) || (fault.from == 2 && program))
        return false;
    uint64_t n = atomic_fetch_add(&fault.counter->calls, 1) + 1;
    if (fault.path)
        note_path(n);
    if (!fault.at || n < fault.at || n > fault.last)
        return false;
    atomic_fetch_add(&fault.counter->failed, 1);
    if (fault.kill) {
        syscall(SYS_kill, fault.kill == 2 ? 0 : getpid(), SIGKILL);
        for (;;)
            pause();
    }
    if (fault.show)
        show_callers();
    errno = call == CALL_MALLOC ? ENOMEM : fault.error;
    return true;
}

#define FAILS(call) fails((call), __builtin_return_address(0))

/* The function of this name that comes after ours. */
static void *next(const char *name)
{
    void *f = dlsym(RTLD_NEXT, name);
    if (!f)
        abort();
    return f;
}

#define SHOW __attribute__((visibility("default")))
/* Passes a call on: WRAP(call, type, what a failure returns, name, (parameters), (arguments)) */
#define WRAP(call, type, failure, name, parameters, arguments)                                     \
    SHOW type name parameters;                                                                     \
    type name parameters                                                                           \
    {                                                                                              \
        static type(*pass) parameters; /* NOLINT(bugprone-macro-parentheses): a list in them */    \
        if (FAILS(call))                                                                           \
            return failure;                                                                        \
        if (!pass)                                                                                 \
            *(void **)&pass = next(#name);                                                         \
        return pass arguments;                                                                     \
    }

/* --- memory --- */

SHOW void *malloc(size_t n)
{
    return FAILS(CALL_MALLOC) ? NULL : __libc_malloc(n);
}

SHOW void *calloc(size_t n, size_t size)
{
    return FAILS(CALL_MALLOC) ? NULL : __libc_calloc(n, size);
}

SHOW void *realloc(void *p, size_t n)
{
    return FAILS(CALL_MALLOC) ? NULL : __libc_realloc(p, n);
}

WRAP(CALL_MMAP, void *, MAP_FAILED, mmap,
     (void *at, size_t n, int protection, int flags, int fd, off_t from),
     (at, n, protection, flags, fd, from))

/* --- files --- */

static bool creates(int flags)
{
    return (flags & (O_CREAT | O_TRUNC)) != 0;
}

SHOW int open(const char *path, int flags, ...);
SHOW int open64(const char *path, int flags, ...);
SHOW int openat(int dir, const char *path, int flags, ...);
SHOW int openat64(int dir, const char *path, int flags, ...);

static mode_t mode_of(int flags, va_list ap)
{
    return creates(flags) ? va_arg(ap, mode_t) : 0;
}

/* Which of both an open is depends on its flags. */
#define OPEN(name, flag)                                                                           \
    int name(const char *path, int flags, ...)                                                     \
    {                                                                                              \
        va_list ap;                                                                                \
        va_start(ap, flags);                                                                       \
        mode_t mode = mode_of(flags, ap);                                                          \
        va_end(ap);                                                                                \
        if (FAILS(creates(flags) ? CALL_CREATE : CALL_OPEN))                                       \
            return -1;                                                                             \
        return (int)syscall(SYS_openat, AT_FDCWD, path, flags | (flag), mode);                     \
    }
#define OPENAT(name, flag)                                                                         \
    int name(int dir, const char *path, int flags, ...)                                            \
    {                                                                                              \
        va_list ap;                                                                                \
        va_start(ap, flags);                                                                       \
        mode_t mode = mode_of(flags, ap);                                                          \
        va_end(ap);                                                                                \
        if (FAILS(creates(flags) ? CALL_CREATE : CALL_OPEN))                                       \
            return -1;                                                                             \
        return (int)syscall(SYS_openat, dir, path, flags | (flag), mode);                          \
    }

OPEN(open, 0)
OPEN(open64, O_LARGEFILE)
OPENAT(openat, 0)
OPENAT(openat64, O_LARGEFILE)

WRAP(CALL_OPEN, FILE *, NULL, fopen, (const char *path, const char *mode), (path, mode))
WRAP(CALL_OPEN, FILE *, NULL, fopen64, (const char *path, const char *mode), (path, mode))
WRAP(CALL_OPEN, DIR *, NULL, opendir, (const char *path), (path))
WRAP(CALL_OPEN, DIR *, NULL, fdopendir, (int fd), (fd))
WRAP(CALL_READDIR, struct dirent *, NULL, readdir, (DIR * dir), (dir))
WRAP(CALL_READDIR, struct dirent64 *, NULL, readdir64, (DIR * dir), (dir))

WRAP(CALL_WRITE, ssize_t, -1, write, (int fd, const void *p, size_t n), (fd, p, n))
WRAP(CALL_WRITE, ssize_t, -1, pwrite, (int fd, const void *p, size_t n, off_t at), (fd, p, n, at))
WRAP(CALL_WRITE, ssize_t, -1, pwrite64, (int fd, const void *p, size_t n, off64_t at), (fd, p, n, at))
WRAP(CALL_WRITE, ssize_t, -1, writev, (int fd, const struct iovec *v, int n), (fd, v, n))
WRAP(CALL_READ, ssize_t, -1, read, (int fd, void *p, size_t n), (fd, p, n))
WRAP(CALL_READ, ssize_t, -1, pread, (int fd, void *p, size_t n, off_t at), (fd, p, n, at))
WRAP(CALL_READ, ssize_t, -1, pread64, (int fd, void *p, size_t n, off64_t at), (fd, p, n, at))

WRAP(CALL_RENAME, int, -1, rename, (const char *from, const char *to), (from, to))
WRAP(CALL_RENAME, int, -1, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to))
WRAP(CALL_RENAME, int, -1, renameat2,
     (int a, const char *from, int b, const char *to, unsigned flags), (a, from, b, to, flags))
WRAP(CALL_LINK, int, -1, link, (const char *from, const char *to), (from, to))
WRAP(CALL_LINK, int, -1, linkat, (int a, const char *from, int b, const char *to, int flags),
     (a, from, b, to, flags))
WRAP(CALL_UNLINK, int, -1, unlink, (const char *path), (path))
WRAP(CALL_UNLINK, int, -1, unlinkat, (int dir, const char *path, int flags), (dir, path, flags))
WRAP(CALL_UNLINK, int, -1, rmdir, (const char *path), (path))
WRAP(CALL_MKDIR, int, -1, mkdir, (const char *path, mode_t mode), (path, mode))
WRAP(CALL_MKDIR, int, -1, mkdirat, (int dir, const char *path, mode_t mode), (dir, path, mode))
WRAP(CALL_MKDIR, char *, NULL, mkdtemp, (char *path), (path))
WRAP(CALL_FSYNC, int, -1, fsync, (int fd), (fd))
WRAP(CALL_FSYNC, int, -1, fdatasync, (int fd), (fd))
WRAP(CALL_FSYNC, int, -1, syncfs, (int fd), (fd))
WRAP(CALL_TRUNCATE, int, -1, ftruncate, (int fd, off_t n), (fd, n))
WRAP(CALL_TRUNCATE, int, -1, ftruncate64, (int fd, off64_t n), (fd, n))

WRAP(CALL_STAT, int, -1, stat, (const char *path, struct stat *st), (path, st))
WRAP(CALL_STAT, int, -1, lstat, (const char *path, struct stat *st), (path, st))
WRAP(CALL_STAT, int, -1, fstat, (int fd, struct stat *st), (fd, st))
WRAP(CALL_STAT, int, -1, fstatat, (int dir, const char *path, struct stat *st, int flags),
     (dir, path, st, flags))
WRAP(CALL_STAT, int, -1, stat64, (const char *path, struct stat64 *st), (path, st))
WRAP(CALL_STAT, int, -1, lstat64, (const char *path, struct stat64 *st), (path, st))
WRAP(CALL_STAT, int, -1, fstat64, (int fd, struct stat64 *st), (fd, st))

/* The file is closed all the same, as Linux does it. */
SHOW int close(int fd)
{
    bool failed = FAILS(CALL_CLOSE);
    int done = (int)syscall(SYS_close, fd);
    if (failed)
        errno = fault.error;
    return failed ? -1 : done;
}

SHOW int fcntl(int fd, int command, ...);
SHOW int fcntl64(int fd, int command, ...);

#define FCNTL(name)                                                                                \
    int name(int fd, int command, ...)                                                             \
    {                                                                                              \
        va_list ap;                                                                                \
        va_start(ap, command);                                                                     \
        void *argument = va_arg(ap, void *);                                                       \
        va_end(ap);                                                                                \
        if ((command == F_SETLK || command == F_SETLKW) && FAILS(CALL_LOCK))                       \
            return -1;                                                                             \
        return (int)syscall(SYS_fcntl, fd, command, argument);                                     \
    }

FCNTL(fcntl)
FCNTL(fcntl64)

/* --- processes --- */

WRAP(CALL_FORK, pid_t, -1, fork, (void), ())
WRAP(CALL_PIPE, int, -1, pipe, (int ends[2]), (ends))
WRAP(CALL_PIPE, int, -1, pipe2, (int ends[2], int flags), (ends, flags))
