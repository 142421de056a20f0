// The same requests as CurlHTTPBenchmark's, by libcurl alone: one multi handle, a perform loop, a fixed
// set of easy handles, as many kept connections as requests in flight.
// CurlReference URL IN_FLIGHT REQUESTS prints: requests per second, CPU microseconds per request.

#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

static size_t collect(char *bytes, size_t size, size_t count, void *user) {
    (void)bytes;
    *(size_t *)user += size * count;
    return size * count;
}

static double wall(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double cpu(void) {
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
           (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

// Sends that many requests; the number that came back well.
static long exchange(CURLM *multi, CURL **handles, int in_flight, long requests) {
    long started = 0, ended = 0, well = 0;
    for (; started < in_flight && started < requests; started++) {
        curl_multi_add_handle(multi, handles[started]);
    }
    while (ended < requests) {
        int running, left, reaped;
        do {
            curl_multi_perform(multi, &running);
            reaped = 0;
            CURLMsg *message;
            while ((message = curl_multi_info_read(multi, &left))) {
                CURL *easy = message->easy_handle;
                well += message->data.result == CURLE_OK;
                ended++;
                reaped = 1;
                curl_multi_remove_handle(multi, easy);
                if (started < requests) {
                    curl_multi_add_handle(multi, easy);
                    started++;
                }
            }
        } while (reaped);
        if (ended < requests) curl_multi_poll(multi, NULL, 0, 1000, NULL);
    }
    return well;
}

int main(int count, char **words) {
    if (count != 4) return 64;
    int in_flight = atoi(words[2]);
    long requests = atol(words[3]);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURLM *multi = curl_multi_init();
    long connections = in_flight;
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, connections);
    curl_multi_setopt(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, connections);
    CURL **handles = calloc((size_t)in_flight, sizeof *handles);
    size_t received = 0;
    static const char body[] = "{\"chat_id\":1,\"text\":\"pong\"}";
    struct curl_slist *headers = curl_slist_append(NULL, "Content-Type: application/json");
    for (int i = 0; i < in_flight; i++) {
        CURL *easy = handles[i] = curl_easy_init();
        curl_easy_setopt(easy, CURLOPT_URL, words[1]);
        curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
        curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, (long)strlen(body));
        curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, collect);
        curl_easy_setopt(easy, CURLOPT_WRITEDATA, &received);
    }
    exchange(multi, handles, in_flight, 1000);
    double wall_before = wall(), cpu_before = cpu();
    long well = exchange(multi, handles, in_flight, requests);
    double wall_after = wall(), cpu_after = cpu();
    if (well != requests) return 1;
    printf("%.0f %.1f\n", (double)requests / (wall_after - wall_before),
           (cpu_after - cpu_before) / (double)requests * 1e6);
    for (int i = 0; i < in_flight; i++) curl_easy_cleanup(handles[i]);
    curl_multi_cleanup(multi);
    return 0;
}
