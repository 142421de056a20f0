#define _GNU_SOURCE
#include "loopback_http.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { INPUT = 65536, OUTPUT = 65536, EVENTS = 256, DESCRIPTORS = 65536 };

struct http_connection {
    int socket;
    size_t filled;
    char input[INPUT];
};

// Null for a watched descriptor.
static struct http_connection *connections[DESCRIPTORS];

int http_open(struct http_server *server) {
    server->listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_in address = {
        .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    if (bind(server->listener, (struct sockaddr *)&address, size) ||
        listen(server->listener, 1024) ||
        getsockname(server->listener, (struct sockaddr *)&address, &size))
        return -1;
    server->port = ntohs(address.sin_port);
    server->poll = epoll_create1(EPOLL_CLOEXEC);
    http_watch(server, server->listener);
    return 0;
}

void http_watch(struct http_server *server, int descriptor) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
    epoll_ctl(server->poll, EPOLL_CTL_ADD, descriptor, &event);
}

void http_answer(struct http_connection *to, const char *body, size_t length) {
    static char output[OUTPUT];
    int head = snprintf(
        output, sizeof output,
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n", length);
    if ((size_t)head + length > sizeof output) abort();
    memcpy(output + head, body, length);
    // What the socket's buffer does not take at once is more than any answer here is long. A connection that is gone
    // says so when it is read.
    if (send(to->socket, output, (size_t)head + length, MSG_NOSIGNAL) < 0) return;
}

static size_t content_length(const char *head, size_t length) {
    static const char name[] = "content-length:";
    for (const char *line = head; line; line = memchr(line, '\n', length - (size_t)(line - head))) {
        if (line > head) line++;
        if (length - (size_t)(line - head) < sizeof name) return 0;
        if (!strncasecmp(line, name, sizeof name - 1))
            return strtoul(line + sizeof name - 1, NULL, 10);
    }
    return 0;
}

// Serves the first whole request of the input; its length, or 0 where there is none yet.
static size_t serve_one(struct http_server *server, struct http_connection *c) {
    const char *end = memmem(c->input, c->filled, "\r\n\r\n", 4);
    if (!end) return 0;
    size_t head = (size_t)(end - c->input) + 4;
    size_t body = content_length(c->input, head);
    if (head + body > c->filled) return 0;
    const char *path = memchr(c->input, ' ', head);
    const char *path_end = path ? memchr(path + 1, ' ', head - (size_t)(path + 1 - c->input)) : NULL;
    if (!path_end) return head + body;
    server->request(
        c, (struct http_request){path + 1, (size_t)(path_end - path - 1), c->input + head, body});
    return head + body;
}

static int receive(struct http_server *server, struct http_connection *c) {
    ssize_t got = recv(c->socket, c->input + c->filled, INPUT - c->filled, 0);
    if (got <= 0) return 0;
    c->filled += (size_t)got;
    size_t length;
    while ((length = serve_one(server, c)) > 0) {
        c->filled -= length;
        memmove(c->input, c->input + length, c->filled);
    }
    return c->filled < INPUT;
}

static void welcome(struct http_server *server) {
    int socket = accept4(server->listener, NULL, NULL, SOCK_CLOEXEC);
    if (socket < 0 || socket >= DESCRIPTORS) return;
    int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    connections[socket] = malloc(sizeof **connections);
    if (!connections[socket]) abort();
    connections[socket]->socket = socket;
    connections[socket]->filled = 0;
    http_watch(server, socket);
}

int http_turn(struct http_server *server, long microseconds) {
    struct epoll_event events[EVENTS];
    struct timespec wait = {microseconds / 1000000, microseconds % 1000000 * 1000};
    int count = epoll_pwait2(
        server->poll, events, EVENTS, microseconds < 0 ? NULL : &wait, NULL);
    int watched = -1;
    for (int i = 0; i < count; i++) {
        int fd = events[i].data.fd;
        if (fd == server->listener) {
            welcome(server);
        } else if (!connections[fd]) {
            watched = fd;
        } else if (!receive(server, connections[fd])) {
            if (server->closed) server->closed(connections[fd]);
            free(connections[fd]);
            connections[fd] = NULL;
            close(fd);
        }
    }
    return watched;
}
