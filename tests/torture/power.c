/* Preloaded into the program: writes down every change that it makes below a folder, in order.
 *
 * POWER_UNDER  the folder            POWER_LOG  the file that is appended to
 *
 * An entry: op (1 byte), length of path (4), offset (8), length of data (8), path, data; numbers little-endian.
 * Ops: C create, W write, T truncate (offset is the length), S sync of a file or a folder, U unlink, R rename (data is
 * the new path), L link (likewise).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static const char *path_of(int fd, char *path, size_t size) {
    char link[64];
    const char *under = getenv("POWER_UNDER");
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, size - 1);
    if (length < 0 || !under) return NULL;
    path[length] = 0;
    return strncmp(path, under, strlen(under)) ? NULL : path;
}

static void note(char op, const char *path, uint64_t at, const void *data, uint64_t count) {
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    const char *under = getenv("POWER_UNDER");
    if (!path || !under || strncmp(path, under, strlen(under)) || !getenv("POWER_LOG")) return;
    uint32_t length = (uint32_t)strlen(path);
    size_t size = 21 + length + count;
    char *entry = malloc(size);
    if (!entry) abort();
    entry[0] = op;
    memcpy(entry + 1, &length, 4);
    memcpy(entry + 5, &at, 8);
    memcpy(entry + 13, &count, 8);
    memcpy(entry + 21, path, length);
    if (count) memcpy(entry + 21 + length, data, count);
    int fd = open(getenv("POWER_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (fd < 0 || real(fd, entry, size) != (ssize_t)size) abort();
    close(fd);
    free(entry);
}

#define OPEN(name, before, first)                                             \
    int name(before const char *path, int how, ...) {                         \
        va_list rest;                                                         \
        va_start(rest, how);                                                  \
        mode_t mode = how & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
        va_end(rest);                                                         \
        int makes = (how & O_CREAT) && access(path, F_OK);                    \
        int (*real)(before const char *, int, ...) = dlsym(RTLD_NEXT, #name); \
        int fd = real(first path, how, mode);                                 \
        if (makes && fd >= 0) note('C', path, 0, NULL, 0);                    \
        return fd;                                                            \
    }
#define NOTHING
#define FOLDER int folder,
#define ITS_FOLDER folder,
OPEN(open, NOTHING, NOTHING)
OPEN(open64, NOTHING, NOTHING)
OPEN(openat, FOLDER, ITS_FOLDER)
OPEN(openat64, FOLDER, ITS_FOLDER)

ssize_t write(int fd, const void *bytes, size_t count) {
    ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
    char path[4096];
    const char *ours = path_of(fd, path, sizeof path);
    off_t at = ours ? lseek(fd, 0, SEEK_CUR) : 0;
    ssize_t done = real(fd, bytes, count);
    if (ours && done > 0) note('W', ours, (uint64_t)at, bytes, (uint64_t)done);
    return done;
}

#define PWRITE(name, type)                                                                \
    ssize_t name(int fd, const void *bytes, size_t count, type at) {                      \
        ssize_t (*real)(int, const void *, size_t, type) = dlsym(RTLD_NEXT, #name);       \
        char path[4096];                                                                  \
        ssize_t done = real(fd, bytes, count, at);                                        \
        if (done > 0) note('W', path_of(fd, path, sizeof path), (uint64_t)at, bytes, (uint64_t)done); \
        return done;                                                                      \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define TRUNCATE(name, type)                                                              \
    int name(int fd, type length) {                                                       \
        int (*real)(int, type) = dlsym(RTLD_NEXT, #name);                                 \
        char path[4096];                                                                  \
        int failed = real(fd, length);                                                    \
        if (!failed) note('T', path_of(fd, path, sizeof path), (uint64_t)length, NULL, 0); \
        return failed;                                                                    \
    }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                                                        \
    int name(int fd) {                                                                    \
        int (*real)(int) = dlsym(RTLD_NEXT, #name);                                       \
        char path[4096];                                                                  \
        int failed = real(fd);                                                            \
        if (!failed) note('S', path_of(fd, path, sizeof path), 0, NULL, 0);               \
        return failed;                                                                    \
    }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
    int (*real)(const char *) = dlsym(RTLD_NEXT, "unlink");
    int failed = real(path);
    if (!failed) note('U', path, 0, NULL, 0);
    return failed;
}

int rename(const char *from, const char *to) {
    int (*real)(const char *, const char *) = dlsym(RTLD_NEXT, "rename");
    int failed = real(from, to);
    if (!failed) note('R', from, 0, to, strlen(to));
    return failed;
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    int (*real)(int, const char *, int, const char *, int) = dlsym(RTLD_NEXT, "linkat");
    int failed = real(from_folder, from, to_folder, to, flags);
    if (!failed) note('L', from, 0, to, strlen(to));
    return failed;
}
