/* Preloaded into the program: something happens at the k-th change that it makes below a folder.
 *
 * FAULT_UNDER  the folder
 * FAULT_ON     which changes count: w writes, s syncs, n new names (files, folders, links, renames), d deletions,
 *              l hard links alone, f syncs of folders alone, m permissions
 * FAULT_AT     k, counted from 1; 0: never
 * FAULT_HOW    once or ever: it fails, this time or from then on; lie: it says it was done, and was not;
 *              kill or stop: the program is killed, or stopped until it is told to go on
 * FAULT_ERROR  the error number of a failure
 * FAULT_LINKS  no: every hard link is refused besides, and does not count
 * FAULT_COUNT  file that is told how many there were
 *
 * A socket is never opened: whoever tries is ended by SIGABRT.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long seen;

static const char *set(const char *name, const char *otherwise) {
    const char *value = getenv(name);
    return value ? value : otherwise;
}

static int is_below(const char *path) {
    const char *under = getenv("FAULT_UNDER");
    return under && strncmp(path, under, strlen(under)) == 0;
}

enum { PASS, FAIL, LIE };

static int fate(char change, const char *path) {
    if (!is_below(path) || !strchr(set("FAULT_ON", ""), change)) return PASS;
    long at = atol(set("FAULT_AT", "0"));
    const char *how = set("FAULT_HOW", "once");
    seen++;
    if (at == 0 || seen < at || (strcmp(how, "ever") && seen > at)) return PASS;
    if (!strcmp(how, "lie")) return LIE;
    if (!strcmp(how, "kill")) raise(SIGKILL);
    if (!strcmp(how, "stop")) {
        raise(SIGSTOP);
        return PASS;
    }
    errno = atoi(set("FAULT_ERROR", "28"));
    return FAIL;
}

static int fate_of(char change, int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return PASS;
    path[length] = 0;
    return fate(change, path);
}

/* A link is one of the new names, and can also be refused alone. */
static int fate_of_link(const char *to) {
    if (is_below(to) && !strcmp(set("FAULT_LINKS", ""), "no")) {
        errno = EPERM;
        return FAIL;
    }
    int as_name = fate('n', to);
    return as_name == PASS ? fate('l', to) : as_name;
}

/* That of a folder is one of the syncs, and can also be refused alone. */
static int fate_of_sync(int fd) {
    struct stat about;
    int as_sync = fate_of('s', fd);
    int is_folder = fstat(fd, &about) == 0 && S_ISDIR(about.st_mode);
    return as_sync == PASS && is_folder ? fate_of('f', fd) : as_sync;
}

/* A function `name` that does what `fate` says, and the real one if that is nothing. */
#define AS_FATED(fate, type, name, parameters, arguments, done) \
    type name parameters {                                      \
        switch (fate) {                                         \
        case FAIL: return -1;                                   \
        case LIE: return done;                                  \
        }                                                       \
        type(*real) parameters = dlsym(RTLD_NEXT, #name);       \
        return real arguments;                                  \
    }

AS_FATED(fate_of('w', fd), ssize_t, write, (int fd, const void *b, size_t n), (fd, b, n), (ssize_t)n)
AS_FATED(fate_of('w', fd), ssize_t, pwrite, (int fd, const void *b, size_t n, off_t at), (fd, b, n, at), (ssize_t)n)
AS_FATED(fate_of('w', fd), ssize_t, pwrite64, (int fd, const void *b, size_t n, off64_t at), (fd, b, n, at), (ssize_t)n)
AS_FATED(fate_of('w', fd), int, ftruncate, (int fd, off_t length), (fd, length), 0)
AS_FATED(fate_of('w', fd), int, ftruncate64, (int fd, off64_t length), (fd, length), 0)
AS_FATED(fate_of_sync(fd), int, fsync, (int fd), (fd), 0)
AS_FATED(fate_of_sync(fd), int, fdatasync, (int fd), (fd), 0)
AS_FATED(fate('n', path), int, mkdir, (const char *path, mode_t mode), (path, mode), 0)
AS_FATED(fate('n', to), int, rename, (const char *from, const char *to), (from, to), 0)
AS_FATED(fate_of_link(to), int, link, (const char *from, const char *to), (from, to), 0)
AS_FATED(fate_of_link(to), int, linkat, (int a, const char *from, int b, const char *to, int how), (a, from, b, to, how), 0)
AS_FATED(fate('m', path), int, chmod, (const char *path, mode_t mode), (path, mode), 0)
AS_FATED(fate_of('m', fd), int, fchmod, (int fd, mode_t mode), (fd, mode), 0)
AS_FATED(fate('d', path), int, unlink, (const char *path), (path), 0)

/* Opening counts if it makes the file. There is no lie about it: nothing could be done with the file. */
#define OPEN(name, before, first)                                                \
    int name(before const char *path, int how, ...) {                            \
        va_list rest;                                                            \
        va_start(rest, how);                                                     \
        mode_t mode = how & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;    \
        va_end(rest);                                                            \
        int makes = (how & O_CREAT) && access(path, F_OK);                       \
        if (makes && fate('n', path) == FAIL) return -1;                         \
        int (*real)(before const char *, int, ...) = dlsym(RTLD_NEXT, #name);    \
        return real(first path, how, mode);                                      \
    }
#define NOTHING
#define FOLDER int folder,
#define ITS_FOLDER folder,
OPEN(open, NOTHING, NOTHING)
OPEN(open64, NOTHING, NOTHING)
OPEN(openat, FOLDER, ITS_FOLDER)
OPEN(openat64, FOLDER, ITS_FOLDER)

int socket(int domain, int type, int protocol) {
    (void)domain, (void)type, (void)protocol;
    abort();
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
