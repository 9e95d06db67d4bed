/* The floor: an echo server with the loop of Socklens and nothing else. It neither records nor traces.
 *
 *   echo PATH READ_SIZE
 *
 * One level-triggered epoll queue, one recvmsg a chunk, each sent back before the next, at most 64 chunks a
 * wake-up; a receive that fills less than it may ends the turn. What the kernel has no room for waits, and
 * receiving with it. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { READY = 256, CHUNKS_A_ROUND = 64, MAX_FDS = 65536, MAX_READ = 65536 };

static struct {
    char *rest;
    size_t from, to;
} waiting[MAX_FDS];

static char buffer[MAX_READ];
static size_t read_size;
static int queue;

static void die(const char *what) {
    perror(what);
    exit(1);
}

static void watch(int operation, int fd, unsigned events) {
    struct epoll_event event = {.events = events, .data.fd = fd};
    if (epoll_ctl(queue, operation, fd, &event) < 0)
        die("epoll_ctl");
}

static ssize_t move(int fd, char *bytes, size_t length, int sends) {
    struct iovec part = {bytes, length};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    return sends ? sendmsg(fd, &message, MSG_NOSIGNAL) : recvmsg(fd, &message, 0);
}

/* How much was sent; less than `length` when the kernel has no room, -1 when the connection is over. */
static ssize_t push(int fd, char *bytes, size_t length) {
    size_t done = 0;
    while (done < length) {
        ssize_t moved = move(fd, bytes + done, length - done, 1);
        if (moved < 0)
            return errno == EAGAIN ? (ssize_t)done : -1;
        done += moved;
    }
    return done;
}

static void end(int fd) {
    free(waiting[fd].rest);
    waiting[fd].rest = NULL;
    close(fd);
}

static void receive(int fd) {
    for (int i = 0; i < CHUNKS_A_ROUND; i++) {
        ssize_t length = move(fd, buffer, read_size, 0);
        if (length < 0 && errno == EAGAIN)
            return;
        ssize_t sent = length <= 0 ? -1 : push(fd, buffer, length);
        if (sent < 0) {
            end(fd);
            return;
        }
        if (sent < length) {
            waiting[fd].rest = malloc(length - sent);
            memcpy(waiting[fd].rest, buffer + sent, length - sent);
            waiting[fd].from = 0;
            waiting[fd].to = length - sent;
            watch(EPOLL_CTL_MOD, fd, EPOLLOUT);
            return;
        }
        if ((size_t)length < read_size)
            return;
    }
}

static void send_rest(int fd) {
    ssize_t sent = push(fd, waiting[fd].rest + waiting[fd].from, waiting[fd].to - waiting[fd].from);
    if (sent < 0) {
        end(fd);
        return;
    }
    waiting[fd].from += sent;
    if (waiting[fd].from == waiting[fd].to) {
        free(waiting[fd].rest);
        waiting[fd].rest = NULL;
        watch(EPOLL_CTL_MOD, fd, EPOLLIN | EPOLLRDHUP);
    }
}

int main(int count, char **arguments) {
    if (count != 3 || (read_size = strtoul(arguments[2], NULL, 10)) < 1 || read_size > MAX_READ) {
        fprintf(stderr, "usage: echo PATH READ_SIZE\n");
        return 2;
    }
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    strncpy(address.sun_path, arguments[1], sizeof address.sun_path - 1);
    int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 4096) < 0)
        die(arguments[1]);
    queue = epoll_create1(EPOLL_CLOEXEC);
    watch(EPOLL_CTL_ADD, listener, EPOLLIN);
    struct epoll_event ready[READY];
    for (;;) {
        int events = epoll_wait(queue, ready, READY, -1);
        for (int i = 0; i < events; i++) {
            int fd = ready[i].data.fd;
            if (fd != listener) {
                if (ready[i].events & EPOLLOUT)
                    send_rest(fd);
                else
                    receive(fd);
                continue;
            }
            int accepted;
            while ((accepted = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0)
                watch(EPOLL_CTL_ADD, accepted, EPOLLIN | EPOLLRDHUP);
        }
    }
}
