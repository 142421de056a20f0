// An HTTP server for measuring clients: one thread, epoll, keep-alive. Who uses it says what to answer, at once or
// later, and does what else it likes between two turns.

#ifndef LOOPBACK_HTTP_H
#define LOOPBACK_HTTP_H

#include <stddef.h>

// The other end of one connection; it lasts until `closed` is told of it.
struct http_connection;

struct http_request {
    const char *path;
    size_t path_length;
    const char *body;
    size_t body_length;
};

struct http_server {
    // A whole request came in. It is answered with `http_answer` now, later, or never.
    void (*request)(struct http_connection *from, struct http_request what);
    // The other side closed the connection. May be null.
    void (*closed)(struct http_connection *which);
    int port;
    int poll;
    int listener;
};

// Listens on a free port of 127.0.0.1 and writes it to `port`. -1 where that failed.
int http_open(struct http_server *server);

// Waits at most so many microseconds (for ever where negative) and serves what came in. A watched descriptor that has
// something to read ends the wait and is returned; otherwise -1.
int http_turn(struct http_server *server, long microseconds);

void http_watch(struct http_server *server, int descriptor);

// 200, with a JSON body.
void http_answer(struct http_connection *to, const char *body, size_t length);

#endif
