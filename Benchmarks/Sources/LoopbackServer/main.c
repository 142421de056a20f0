// An HTTP server for measuring clients: one thread, epoll, keep-alive, one fixed answer.
// A request whose path begins with "/w" is never answered, so that there is something to cancel.
// Prints its port and serves until standard input ends.

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { INPUT = 16384, EVENTS = 256 };

struct connection {
    int socket;
    size_t filled;
    char input[INPUT];
};

static const char ANSWER[] =
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 27\r\n\r\n"
    "{\"ok\":true,\"result\":[1,2]}\n";

// The length of the first whole request in the input, or 0.
static size_t whole_request(const struct connection *c) {
    const char *end = memmem(c->input, c->filled, "\r\n\r\n", 4);
    if (!end) return 0;
    size_t length = (size_t)(end - c->input) + 4;
    const char *field = memmem(c->input, length, "Content-Length:", 15);
    if (field) length += strtoul(field + 15, NULL, 10);
    return length <= c->filled ? length : 0;
}

static int serve(struct connection *c) {
    ssize_t got = recv(c->socket, c->input + c->filled, INPUT - c->filled, 0);
    if (got <= 0) return 0;
    c->filled += (size_t)got;
    size_t length;
    while ((length = whole_request(c)) > 0) {
        const char *path = memchr(c->input, ' ', length);
        int answers = !path || path[2] != 'w';
        if (answers && send(c->socket, ANSWER, sizeof ANSWER - 1, MSG_NOSIGNAL) < 0) return 0;
        c->filled -= length;
        memmove(c->input, c->input + length, c->filled);
    }
    return c->filled < INPUT;
}

int main(void) {
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    if (bind(listener, (struct sockaddr *)&address, size) || listen(listener, 1024) ||
        getsockname(listener, (struct sockaddr *)&address, &size)) {
        perror("LoopbackServer");
        return 1;
    }
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);

    int poll = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener};
    struct epoll_event input = {.events = EPOLLIN, .data.fd = STDIN_FILENO};
    static struct connection *connections[65536];
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
    epoll_ctl(poll, EPOLL_CTL_ADD, STDIN_FILENO, &input);
    for (;;) {
        struct epoll_event events[EVENTS];
        int count = epoll_wait(poll, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            int fd = events[i].data.fd;
            if (fd == STDIN_FILENO) {
                char byte;
                if (read(STDIN_FILENO, &byte, 1) <= 0) return 0;
            } else if (fd == listener) {
                int socket = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
                if (socket < 0 || socket >= 65536) continue;
                int on = 1;
                setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                connections[socket] = calloc(1, sizeof **connections);
                if (!connections[socket]) return 1;
                connections[socket]->socket = socket;
                event = (struct epoll_event){.events = EPOLLIN, .data.fd = socket};
                epoll_ctl(poll, EPOLL_CTL_ADD, socket, &event);
            } else if (!serve(connections[fd])) {
                free(connections[fd]);
                connections[fd] = NULL;
                close(fd);
            }
        }
    }
}
