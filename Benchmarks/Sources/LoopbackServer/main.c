// The server that HTTP clients are measured against: the same short answer to everything. A request whose path begins
// with "/w" is never answered, so that there is something to cancel.
// Prints its port and serves until standard input ends.

#include "loopback_http.h"

#include <stdio.h>
#include <unistd.h>

static const char ANSWER[] = "{\"ok\":true,\"result\":[1,2]}\n";

static void answer(struct http_connection *from, struct http_request what) {
    if (what.path_length > 1 && what.path[1] == 'w') return;
    http_answer(from, ANSWER, sizeof ANSWER - 1);
}

int main(void) {
    struct http_server server = {.request = answer};
    if (http_open(&server)) {
        perror("LoopbackServer");
        return 1;
    }
    printf("%d\n", server.port);
    fflush(stdout);
    http_watch(&server, STDIN_FILENO);
    for (;;) {
        char byte;
        if (http_turn(&server, -1) == STDIN_FILENO && read(STDIN_FILENO, &byte, 1) <= 0) return 0;
    }
}
