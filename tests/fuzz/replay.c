/* replay.c - feeds a fuzz target the files of its corpus, without libFuzzer.
 *
 *     NAME FILE...
 *
 * Each file in a process of its own, so that one that crashes is named and the others are run; one that
 * takes more than SECONDS_MAX of a processor is stopped, however busy the machine is.  Prints "ok" or "not ok" a line, as tests/run.sh reads it.
 */
#define _XOPEN_SOURCE 700 /* setrlimit */

#include "kit.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS_MAX = 30 };

static int run_file(const char *path)
{
    struct buf b = BUF_INIT;
    char part[4096];
    FILE *in = fopen(path, "rb");
    if (!in)
        return 2;
    for (size_t n; (n = fread(part, 1, sizeof part, in)) > 0;)
        buf_put(&b, part, n);
    fclose(in);
    /* of exactly these bytes, so that a step beyond them is seen */
    uint8_t *bytes = mem_realloc(NULL, b.n);
    if (b.n)
        memcpy(bytes, b.p, b.n);
    LLVMFuzzerTestOneInput(bytes, b.n);
    free(bytes);
    buf_free(&b);
    return 0;
}

static void tell(const char *path, int status)
{
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        printf("ok %s\n", path);
    else if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
        printf("not ok %s: takes longer than %d seconds\n", path, SECONDS_MAX);
    else if (WIFSIGNALED(status))
        printf("not ok %s: ended by signal %d\n", path, WTERMSIG(status));
    else
        printf("not ok %s: ended with status %d\n", path, WEXITSTATUS(status));
}

int main(int argc, char **argv)
{
    bool fine = true;
    LLVMFuzzerTestOneInput((const uint8_t *)"", 0); /* what all share is made before they part */
    for (int i = 1; i < argc; i++) {
        int status = 1;
        fflush(stdout);
        pid_t child = fork();
        if (child == 0) {
            setrlimit(RLIMIT_CPU, &(struct rlimit){SECONDS_MAX, SECONDS_MAX + 1});
            _exit(run_file(argv[i]));
        }
        if (child < 0 || waitpid(child, &status, 0) < 0) {
            perror("fork");
            return 2;
        }
        tell(argv[i], status);
        fine = fine && status == 0;
    }
    return fine ? 0 : 1;
}
