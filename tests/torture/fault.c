/* Preloaded into the program: lets the k-th write below a folder fail, as a full disk would, or vanish.
 *
 * FAULT_UNDER  the folder            FAULT_AT     k, counted from 1; 0: never
 * FAULT_HOW    once, ever or lie     FAULT_COUNT  file that is told how many writes there were
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long seen;

static int is_below(int fd) {
    char link[64], path[4096];
    const char *under = getenv("FAULT_UNDER");
    if (!under) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return strncmp(path, under, strlen(under)) == 0;
}

/* 0: let it pass; 1: fail; 2: lie. */
static int fate(int fd) {
    if (!is_below(fd)) return 0;
    long at = atol(getenv("FAULT_AT") ? getenv("FAULT_AT") : "0");
    const char *how = getenv("FAULT_HOW") ? getenv("FAULT_HOW") : "once";
    seen++;
    if (at == 0 || seen < at || (strcmp(how, "ever") && seen > at)) return 0;
    return strcmp(how, "lie") ? 1 : 2;
}

#define PASS_OR(fd, done, call)                    \
    switch (fate(fd)) {                            \
    case 1: errno = ENOSPC; return -1;             \
    case 2: return done;                           \
    default: return call;                          \
    }

ssize_t write(int fd, const void *bytes, size_t count) {
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    PASS_OR(fd, (ssize_t)count, real(fd, bytes, count))
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) {
    ssize_t (*real)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, "pwrite");
    PASS_OR(fd, (ssize_t)count, real(fd, bytes, count, at))
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
    ssize_t (*real)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, "pwrite64");
    PASS_OR(fd, (ssize_t)count, real(fd, bytes, count, at))
}

int ftruncate(int fd, off_t length) {
    int (*real)(int, off_t) = dlsym(RTLD_NEXT, "ftruncate");
    PASS_OR(fd, 0, real(fd, length))
}

int ftruncate64(int fd, off64_t length) {
    int (*real)(int, off64_t) = dlsym(RTLD_NEXT, "ftruncate64");
    PASS_OR(fd, 0, real(fd, length))
}

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("FAULT_COUNT");
    if (!path) return;
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    char text[32];
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (fd >= 0) {
        real(fd, text, (size_t)snprintf(text, sizeof text, "%ld", seen));
        close(fd);
    }
}
