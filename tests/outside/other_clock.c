/* other_clock.c - for LD_PRELOAD: the calendar is CLOCK_DAYS later than it is, in all calls that tell it.
 * Clocks that only measure (CLOCK_MONOTONIC and its like) are as they were. */
#include <dlfcn.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static time_t later(void)
{
    const char *days = getenv("CLOCK_DAYS");
    return days ? (time_t)strtol(days, NULL, 10) * 86400 : 0;
}

int clock_gettime(clockid_t id, struct timespec *ts)
{
    int (*real)(clockid_t, struct timespec *);
    *(void **)&real = dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(id, ts);
    if (result == 0 && id == CLOCK_REALTIME)
        ts->tv_sec += later();
    return result;
}

int gettimeofday(struct timeval *restrict tv, void *restrict zone)
{
    struct timespec ts;
    (void)zone;
    int result = clock_gettime(CLOCK_REALTIME, &ts);
    *tv = (struct timeval){.tv_sec = ts.tv_sec, .tv_usec = ts.tv_nsec / 1000};
    return result;
}

time_t time(time_t *at)
{
    struct timespec ts;
    clock_gettime(CLOCK_REALTIME, &ts);
    if (at)
        *at = ts.tv_sec;
    return ts.tv_sec;
}
