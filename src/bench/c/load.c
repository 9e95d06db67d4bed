/* The load: one client program for every echo server, so that all are measured by the same ruler.
 *
 *   load pingpong PATH BYTES WARM COUNT      prints: median_ns p99_ns
 *   load stream PATH WRITE_BYTES TOTAL       prints: nanoseconds
 *   load many PATH CONNECTIONS ECHOES BYTES  prints: connect_ns echo_ns
 *   load pace PATH BYTES A_SECOND SECONDS    prints: sent received late_ns
 *
 * Every byte that comes back is compared with what was sent; a difference, a loss or an early end is an error. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum { PATTERN = 251, LARGEST = 1 << 20, READY = 256, PATIENCE_MS = 20000 };

/* Byte k of a stream is k modulo a prime, so that a lost or doubled piece shifts everything behind it. */
static unsigned char pattern[LARGEST + PATTERN];
static unsigned char incoming[LARGEST];

static void fail(const char *what) {
    fprintf(stderr, "load: %s: %s\n", what, strerror(errno));
    exit(1);
}

static long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000L + time.tv_nsec;
}

static const unsigned char *at(long offset) {
    return pattern + offset % PATTERN;
}

static void compare(long offset, ssize_t length) {
    if (length <= 0)
        fail("the connection ended early");
    if (memcmp(incoming, at(offset), length) != 0) {
        errno = EBADMSG;
        fail("other bytes came back");
    }
}

static int connected(const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address) < 0)
        fail(path);
    return fd;
}

static void nonblocking(int fd) {
    fcntl(fd, F_SETFL, O_NONBLOCK);
}

static int ascending(const void *a, const void *b) {
    long left = *(const long *)a, right = *(const long *)b;
    return (left > right) - (left < right);
}

static void pingpong(const char *path, long bytes, long warm, long count) {
    int fd = connected(path);
    long *took = malloc(count * sizeof *took);
    for (long i = -warm; i < count; i++) {
        long start = now();
        if (send(fd, at(0), bytes, MSG_NOSIGNAL) != bytes)
            fail("send");
        for (long got = 0; got < bytes;) {
            ssize_t length = recv(fd, incoming, bytes - got, 0);
            compare(got, length);
            got += length;
        }
        if (i >= 0)
            took[i] = now() - start;
    }
    qsort(took, count, sizeof *took, ascending);
    printf("%ld %ld\n", took[count / 2], took[count * 99 / 100]);
}

/* Sends what there is room for and takes what is there; false when neither was possible. */
static int exchange(int fd, long write_bytes, long total, long *sent, long *got) {
    int moved = 0;
    if (*sent < total) {
        long left = total - *sent;
        ssize_t length = send(fd, at(*sent), left < write_bytes ? left : write_bytes, MSG_NOSIGNAL);
        if (length < 0 && errno != EAGAIN)
            fail("send");
        if (length > 0) {
            *sent += length;
            moved = 1;
        }
    }
    ssize_t length = recv(fd, incoming, sizeof incoming, 0);
    if (length >= 0 || errno != EAGAIN) {
        compare(*got, length);
        *got += length;
        moved = 1;
    }
    return moved;
}

static void stream(const char *path, long write_bytes, long total) {
    int fd = connected(path);
    nonblocking(fd);
    long sent = 0, got = 0, start = now();
    while (got < total) {
        if (!exchange(fd, write_bytes, total, &sent, &got)) {
            struct pollfd ready = {.fd = fd, .events = POLLIN | (sent < total ? POLLOUT : 0)};
            if (poll(&ready, 1, PATIENCE_MS) == 0) {
                errno = ETIMEDOUT;
                fail("nothing moves any more");
            }
        }
    }
    printf("%ld\n", now() - start);
}

static void many(const char *path, long connections, long echoes, long bytes) {
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    int queue = epoll_create1(0);
    long *got = calloc(connections, sizeof *got);
    int *fds = malloc(connections * sizeof *fds);
    long start = now();
    for (long i = 0; i < connections; i++) {
        fds[i] = connected(path);
        struct epoll_event event = {.events = EPOLLIN, .data.u32 = i};
        epoll_ctl(queue, EPOLL_CTL_ADD, fds[i], &event);
    }
    long opened = now();
    for (long i = 0; i < connections; i++)
        if (send(fds[i], at(0), bytes, MSG_NOSIGNAL) != bytes)
            fail("send");
    struct epoll_event ready[READY];
    for (long finished = 0; finished < connections;) {
        int events = epoll_wait(queue, ready, READY, PATIENCE_MS);
        if (events <= 0) {
            errno = ETIMEDOUT;
            fail("an echo is missing");
        }
        for (int i = 0; i < events; i++) {
            unsigned k = ready[i].data.u32;
            ssize_t length = recv(fds[k], incoming, sizeof incoming, 0);
            compare(got[k], length);
            got[k] += length;
            if (got[k] == bytes * echoes)
                finished++;
            else if (got[k] % bytes == 0 && send(fds[k], at(got[k]), bytes, MSG_NOSIGNAL) != bytes)
                fail("send");
        }
    }
    printf("%ld %ld\n", opened - start, now() - opened);
    fflush(stdout);
    /* Held until whoever measures the server has looked at it. */
    getchar();
}

/* A hundred bursts a second. */
static void pace(const char *path, long bytes, long a_second, long seconds) {
    int fd = connected(path);
    nonblocking(fd);
    long total = a_second * seconds * bytes, sent = 0, got = 0, late = 0, start = now();
    while (got < total) {
        long due = (now() - start) / 10000000 * (a_second / 100) * bytes;
        if (due > total)
            due = total;
        if (!exchange(fd, 4096, due > sent ? due : sent, &sent, &got)) {
            struct pollfd ready = {.fd = fd, .events = POLLIN | (sent < due ? POLLOUT : 0)};
            if (poll(&ready, 1, sent < due ? PATIENCE_MS : 1) == 0 && sent < due) {
                errno = ETIMEDOUT;
                fail("nothing moves any more");
            }
        }
    }
    late = now() - start - seconds * 1000000000L;
    printf("%ld %ld %ld\n", sent / bytes, got / bytes, late);
}

static long number(const char *text) {
    return strtol(text, NULL, 10);
}

int main(int count, char **a) {
    for (long i = 0; i < (long)sizeof pattern; i++)
        pattern[i] = i % PATTERN;
    const char *mode = count > 1 ? a[1] : "";
    if (count == 6 && strcmp(mode, "pingpong") == 0)
        pingpong(a[2], number(a[3]), number(a[4]), number(a[5]));
    else if (count == 5 && strcmp(mode, "stream") == 0)
        stream(a[2], number(a[3]), number(a[4]));
    else if (count == 6 && strcmp(mode, "many") == 0)
        many(a[2], number(a[3]), number(a[4]), number(a[5]));
    else if (count == 6 && strcmp(mode, "pace") == 0)
        pace(a[2], number(a[3]), number(a[4]), number(a[5]));
    else {
        fprintf(stderr, "usage: load pingpong|stream|many|pace PATH ...\n");
        return 2;
    }
    return 0;
}
