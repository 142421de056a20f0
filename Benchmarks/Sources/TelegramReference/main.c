// The least that a bot can do on libcurl: one thread, a kept connection that polls and eight that send, a scan of the
// bytes for the three fields it needs. It is the yardstick of every ratio.
//
//   TelegramReference [FILE]
//
// Answers `/ping` with `pong`. With a FILE it also keeps every `/remind`: a line each, one write and one sync for all
// that came together, and only then the replies. It forgets everything else: no order within a chat, no second try.
// The address is in TELEGRAM_API_BASE, the token in TELEGRAM_BOT_TOKEN.

#define _GNU_SOURCE
#include <curl/curl.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SENDERS = 8, ANSWER = 1 << 18, WAITING = 1 << 16, REPLY = 1536 };

struct sender {
    CURL *easy;
    char body[REPLY];
    int is_busy;
};

static struct sender senders[SENDERS];
static struct { long chat; char text[512]; } *waiting;
static size_t waiting_first, waiting_end;

static CURL *poller;
static char question[128], answer[ANSWER];
static size_t answer_length;
static long offset;
static CURLM *multi;
static int file = -1;
static volatile sig_atomic_t is_ending;

static size_t collect(char *bytes, size_t size, size_t count, void *user) {
    (void)user;
    if (answer_length + size * count >= ANSWER) return 0;
    memcpy(answer + answer_length, bytes, size * count);
    answer_length += size * count;
    return size * count;
}

static size_t ignore(char *bytes, size_t size, size_t count, void *user) {
    (void)bytes, (void)user;
    return size * count;
}

static CURL *handle(const char *method, struct curl_slist *headers) {
    char url[512];
    snprintf(url, sizeof url, "%s/bot%s/%s", getenv("TELEGRAM_API_BASE"),
             getenv("TELEGRAM_BOT_TOKEN"), method);
    CURL *easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_URL, url);
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
    return easy;
}

static void start_poll(void) {
    int length = snprintf(question, sizeof question, "{\"offset\":%ld,\"timeout\":25}", offset);
    answer_length = 0;
    curl_easy_setopt(poller, CURLOPT_POSTFIELDS, question);
    curl_easy_setopt(poller, CURLOPT_POSTFIELDSIZE, (long)length);
    curl_multi_add_handle(multi, poller);
}

static void start_sends(void) {
    for (int i = 0; i < SENDERS && waiting_first < waiting_end; i++) {
        struct sender *sender = &senders[i];
        if (sender->is_busy) continue;
        int length = snprintf(
            sender->body, REPLY, "{\"chat_id\":%ld,\"text\":\"%s\"}",
            waiting[waiting_first % WAITING].chat, waiting[waiting_first % WAITING].text);
        waiting_first++;
        sender->is_busy = 1;
        curl_easy_setopt(sender->easy, CURLOPT_POSTFIELDS, sender->body);
        curl_easy_setopt(sender->easy, CURLOPT_POSTFIELDSIZE, (long)length);
        curl_multi_add_handle(multi, sender->easy);
    }
}

// Reads the updates; keeps what is to be kept; owes the replies.
static void take_updates(void) {
    static char records[ANSWER];
    size_t recorded = 0;
    answer[answer_length] = 0;
    for (char *at = answer; (at = strstr(at, "\"update_id\":"));) {
        long id = strtol(at += 12, &at, 10);
        if (id >= offset) offset = id + 1;
        char *chat = strstr(at, "\"chat\":{\"id\":"), *text = strstr(at, "\"text\":\"");
        if (!chat || !text) continue;
        size_t length = strcspn(text += 8, "\"");
        if (length > 400) continue;
        long whose = strtol(chat + 13, NULL, 10);
        if (!strncmp(text, "/remind ", 8)) {
            if (recorded + length + 64 < sizeof records)
                recorded += (size_t)sprintf(
                    records + recorded, "{\"update\":%ld,\"chat\":%ld,\"text\":\"%.*s\"}\n", id,
                    whose, (int)length, text);
            sprintf(waiting[waiting_end % WAITING].text, "Saved: %.*s", (int)length - 8, text + 8);
        } else {
            strcpy(waiting[waiting_end % WAITING].text, "pong");
        }
        waiting[waiting_end++ % WAITING].chat = whose;
    }
    if (recorded > 0 && file >= 0 &&
        (write(file, records, recorded) != (ssize_t)recorded || fdatasync(file)))
        abort();
}

static void end(int signal) {
    (void)signal;
    is_ending = 1;
    curl_multi_wakeup(multi);
}

int main(int count, char **words) {
    if (count > 1) file = open(words[1], O_WRONLY | O_CREAT | O_APPEND, 0600);
    waiting = calloc(WAITING, sizeof *waiting);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    multi = curl_multi_init();
    long connections = SENDERS + 1;
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, connections);
    struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
    poller = handle("getUpdates", headers);
    curl_easy_setopt(poller, CURLOPT_WRITEFUNCTION, collect);
    for (int i = 0; i < SENDERS; i++) {
        senders[i].easy = handle("sendMessage", headers);
        curl_easy_setopt(senders[i].easy, CURLOPT_WRITEFUNCTION, ignore);
        curl_easy_setopt(senders[i].easy, CURLOPT_PRIVATE, &senders[i]);
    }
    signal(SIGTERM, end);
    signal(SIGPIPE, SIG_IGN);
    start_poll();
    while (!is_ending) {
        int running, left, reaped;
        do {
            curl_multi_perform(multi, &running);
            reaped = 0;
            CURLMsg *message;
            while ((message = curl_multi_info_read(multi, &left))) {
                CURL *easy = message->easy_handle;
                CURLcode code = message->data.result;
                reaped = 1;
                curl_multi_remove_handle(multi, easy);
                if (easy == poller) {
                    if (code == CURLE_OK) take_updates();
                    start_poll();
                } else {
                    struct sender *sender;
                    curl_easy_getinfo(easy, CURLINFO_PRIVATE, &sender);
                    sender->is_busy = 0;
                }
            }
            start_sends();
        } while (reaped);
        curl_multi_poll(multi, NULL, 0, 1000, NULL);
    }
    return 0;
}
