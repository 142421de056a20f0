// Telegram, its learners and a stopwatch in one program: starts a bot, writes to it and tells what it did.
//
//   TelegramBenchmark closed TEXT MARK CHATS WARM COUNT -- COMMAND…
//       Each of CHATS learners writes TEXT, and again as soon as its reply has come, COUNT times in all.
//   TelegramBenchmark open TEXT MARK CHATS WARM COUNT -- COMMAND…
//       200 messages a second, whether or not the bot keeps up.
//
// A reply is a `sendMessage` that holds MARK. WARM replies go before the measured ones. The bot finds the address in
// TELEGRAM_API_BASE and a token in TELEGRAM_BOT_TOKEN, and is asked to end with SIGTERM. Whoever comes with another
// token, such as a bot whose server had this port before, is turned away and counted on standard error. Prints one line:
//   replies/s  CPU µs per update  p50 ms  p99 ms  start to first reply ms  SIGTERM to exit ms  VmRSS KiB  RssAnon KiB
//   lost  doubled

#define _GNU_SOURCE
#include "loopback_http.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { BATCH = 100, FIRST_LEARNER = 10000, SAMPLES = 1 << 20 };
static const double PER_SECOND = 200, PATIENCE = 60;

struct learner {
    // When the message that waits for its reply was due; 0 where none does.
    double asked;
};

static struct {
    const char *text, *mark;
    int chats, is_closed;
    long warm, count;
} plan;

static struct learner *learners;
// What is not confirmed yet: the learner of update `first_update + i`.
static int *pending;
static size_t pending_count;
static long first_update = 1;
static long written, answered, doubled, messages;
static double latencies[SAMPLES];
static char token[64];
static long strangers;

// A poll that waits for news.
static struct {
    struct http_connection *connection;
    double until;
    long offset;
} poll;
static long last_offset = -1;
static double last_poll;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static long number_after(const char *name, struct http_request what, long otherwise) {
    const char *at = memmem(what.body, what.body_length, name, strlen(name));
    if (!at) return otherwise;
    at += strlen(name);
    return strtol(at + (*at == ' '), NULL, 10);
}

static void write_message(int learner, double due) {
    learners[learner].asked = due;
    pending[pending_count++] = learner;
    written++;
}

static size_t write_update(char *to, size_t room, long id, int learner) {
    int command = (int)strcspn(plan.text, " ");
    int user = FIRST_LEARNER + learner;
    return (size_t)snprintf(
        to, room,
        "{\"update_id\":%ld,\"message\":{\"message_id\":%ld,\"from\":{\"id\":%d,\"is_bot\":false,"
        "\"first_name\":\"Learner %d\",\"username\":\"learner%d\",\"language_code\":\"en\"},"
        "\"chat\":{\"id\":%d,\"first_name\":\"Learner %d\",\"username\":\"learner%d\","
        "\"type\":\"private\"},\"date\":%ld,\"text\":\"%s\","
        "\"entities\":[{\"offset\":0,\"length\":%d,\"type\":\"bot_command\"}]}}",
        id, ++messages, user, learner, learner, user, learner, learner, (long)time(NULL), plan.text,
        command);
}

// Answers the poll with everything from its offset on.
static void answer_poll(void) {
    static char body[BATCH * 600 + 64];
    size_t filled = (size_t)sprintf(body, "{\"ok\":true,\"result\":[");
    for (size_t i = 0; i < pending_count && i < BATCH; i++) {
        if (i > 0) body[filled++] = ',';
        filled += write_update(
            body + filled, sizeof body - filled, first_update + (long)i, pending[i]);
    }
    filled += (size_t)sprintf(body + filled, "]}");
    http_answer(poll.connection, body, filled);
    poll.connection = NULL;
}

static void get_updates(struct http_connection *from, struct http_request what) {
    long offset = number_after("\"offset\":", what, 0);
    double timeout = (double)number_after("\"timeout\":", what, 0), at = now();
    // As Telegram's own server does with whoever asks twice for the same within three seconds.
    if (offset == last_offset && at - last_poll < 3 && timeout < 3) timeout = 3;
    last_offset = offset;
    last_poll = at;
    if (offset > first_update) {
        size_t confirmed = (size_t)(offset - first_update);
        if (confirmed > pending_count) confirmed = pending_count;
        pending_count -= confirmed;
        memmove(pending, pending + confirmed, pending_count * sizeof *pending);
        first_update += (long)confirmed;
    }
    poll.connection = from;
    poll.until = at + timeout;
}

static void send_message(struct http_connection *from, struct http_request what) {
    long chat = number_after("\"chat_id\":", what, 0);
    char body[512];
    int length = snprintf(
        body, sizeof body,
        "{\"ok\":true,\"result\":{\"message_id\":%ld,\"from\":{\"id\":123456789,\"is_bot\":true,"
        "\"first_name\":\"Bot\",\"username\":\"Bot\"},\"chat\":{\"id\":%ld,\"first_name\":\"Learner\","
        "\"username\":\"learner\",\"type\":\"private\"},\"date\":%ld,\"text\":\"as sent\"}}",
        ++messages, chat, (long)time(NULL));
    http_answer(from, body, (size_t)length);
    if (chat < FIRST_LEARNER || chat >= FIRST_LEARNER + plan.chats) return;
    if (!memmem(what.body, what.body_length, plan.mark, strlen(plan.mark))) return;
    struct learner *learner = &learners[chat - FIRST_LEARNER];
    if (learner->asked == 0) {
        doubled++;
        return;
    }
    if (answered >= plan.warm && answered - plan.warm < SAMPLES)
        latencies[answered - plan.warm] = now() - learner->asked;
    learner->asked = 0;
    answered++;
    if (plan.is_closed && written < plan.warm + plan.count)
        write_message((int)(chat - FIRST_LEARNER), now());
}

static void request(struct http_connection *from, struct http_request what) {
    static const char me[] =
        "{\"ok\":true,\"result\":{\"id\":123456789,\"is_bot\":true,\"first_name\":\"Bot\","
        "\"username\":\"Bot\",\"can_join_groups\":true,\"can_read_all_group_messages\":false}}";
    static const char yes[] = "{\"ok\":true,\"result\":true}";
    static const char none[] = "{\"ok\":true,\"result\":[]}";
    static const char no[] = "{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}";
    if (!memmem(what.path, what.path_length, token, strlen(token))) {
        strangers++;
        http_answer(from, no, sizeof no - 1);
        return;
    }
    const char *method = memrchr(what.path, '/', what.path_length);
    size_t length = what.path_length - (size_t)(++method - what.path);
#define IS(name) (length == sizeof name - 1 && !memcmp(method, name, length))
    if (IS("getUpdates")) get_updates(from, what);
    else if (IS("sendMessage")) send_message(from, what);
    else if (IS("getMe")) http_answer(from, me, sizeof me - 1);
    else if (IS("getMyCommands") || IS("getChatAdministrators"))
        http_answer(from, none, sizeof none - 1);
    else http_answer(from, yes, sizeof yes - 1);
#undef IS
}

static void closed(struct http_connection *which) {
    if (poll.connection == which) poll.connection = NULL;
}

// Serves once, for no longer than until a moment.
static int turn(struct http_server *server, double until) {
    double at = now();
    if (poll.connection && poll.until < until) until = poll.until;
    int watched = http_turn(server, until > at ? (long)((until - at) * 1e6) + 1 : 0);
    // After everything that came in at once, so that what was written meanwhile goes in one batch.
    if (poll.connection && (pending_count > 0 || poll.until <= now())) answer_poll();
    return watched;
}

static double cpu(pid_t bot) {
    clockid_t clock;
    struct timespec t = {0};
    if (!clock_getcpuclockid(bot, &clock)) clock_gettime(clock, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static long memory(pid_t bot, const char *name) {
    char path[64], line[256];
    long kib = 0;
    snprintf(path, sizeof path, "/proc/%d/status", bot);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (!strncmp(line, name, strlen(name))) kib = strtol(line + strlen(name), NULL, 10);
    if (file) fclose(file);
    return kib;
}

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// Until so many replies have come; ends everything where none comes for long and `may_lack` is not set.
static void wait_for(struct http_server *server, pid_t bot, long replies, int may_lack) {
    double last = now();
    while (answered < replies) {
        long before = answered;
        turn(server, last + PATIENCE);
        if (answered > before) last = now();
        else if (now() - last >= PATIENCE) break;
    }
    if (answered >= replies || may_lack) return;
    fprintf(stderr, "no reply after %ld; %ld requests of strangers\n", answered, strangers);
    kill(bot, SIGKILL);
    exit(1);
}

// Writes so many messages at an even pace, each to the next learner that waits for nothing.
static void write_evenly(struct http_server *server, long count) {
    static int next;
    double start = now();
    for (long i = 0; i < count; i++) {
        double due = start + (double)i / PER_SECOND;
        while (now() < due) turn(server, due);
        for (int tried = 0; tried < plan.chats && learners[next].asked != 0; tried++)
            next = (next + 1) % plan.chats;
        if (learners[next].asked == 0) write_message(next, due);
        next = (next + 1) % plan.chats;
        turn(server, 0);
    }
}

int main(int count, char **words) {
    if (count < 9 || strcmp(words[7], "--")) return 64;
    plan.is_closed = !strcmp(words[1], "closed");
    plan.text = words[2];
    plan.mark = words[3];
    plan.chats = atoi(words[4]);
    plan.warm = atol(words[5]);
    plan.count = atol(words[6]);
    learners = calloc((size_t)plan.chats, sizeof *learners);
    pending = calloc((size_t)(plan.warm + plan.count + plan.chats), sizeof *pending);
    struct http_server server = {.request = request, .closed = closed};
    if (http_open(&server)) return 1;

    char base[64];
    snprintf(base, sizeof base, "http://127.0.0.1:%d", server.port);
    setenv("TELEGRAM_API_BASE", base, 1);
    snprintf(token, sizeof token, "123456789:measured%d", getpid());
    setenv("TELEGRAM_BOT_TOKEN", token, 1);
    double started = now();
    write_message(0, started);
    pid_t bot = fork();
    if (bot == 0) {
        // However this program ends, the bot does not stay behind.
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        execvp(words[8], words + 8);
        _exit(127);
    }
    wait_for(&server, bot, 1, 0);
    double start_ms = (now() - started) * 1e3;

    double cpu_before = 0, wall_before = 0;
    if (plan.is_closed) {
        for (int i = 0; i < plan.chats; i++)
            if (learners[i].asked == 0) write_message(i, now());
        wait_for(&server, bot, plan.warm, 0);
        cpu_before = cpu(bot), wall_before = now();
    } else {
        write_evenly(&server, plan.warm - 1);
        wait_for(&server, bot, plan.warm, 0);
        cpu_before = cpu(bot), wall_before = now();
        write_evenly(&server, plan.count);
    }
    wait_for(&server, bot, plan.warm + plan.count, 1);
    double seconds = now() - wall_before, used = cpu(bot) - cpu_before;
    long measured = answered - plan.warm;
    if (!plan.is_closed) {
        // Whatever comes twice or unasked comes now.
        double until = now() + 0.5;
        while (now() < until) turn(&server, until);
    }
    long rss = memory(bot, "VmRSS:"), anonymous = memory(bot, "RssAnon:");

    int ended = pidfd_open(bot, 0);
    http_watch(&server, ended);
    double asked = now();
    kill(bot, SIGTERM);
    while (turn(&server, asked + PATIENCE) != ended && now() - asked < PATIENCE) {}
    double exit_ms = (now() - asked) * 1e3;
    kill(bot, SIGKILL);
    waitpid(bot, NULL, 0);

    if (strangers > 0) fprintf(stderr, "%ld requests of strangers\n", strangers);
    qsort(latencies, (size_t)measured, sizeof *latencies, ascending);
    printf(
        "%.0f %.1f %.3f %.3f %.1f %.1f %ld %ld %ld %ld\n", (double)measured / seconds,
        used / (double)measured * 1e6, latencies[measured / 2] * 1e3,
        latencies[measured * 99 / 100] * 1e3, start_ms, exit_ms, rss, anonymous, written - answered,
        doubled);
    return 0;
}
