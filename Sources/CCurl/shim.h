#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H

#include <curl/curl.h>

// Swift imports no variadic C function. Each inline below passes one type of argument, and all of one
// name share one Swift spelling, so Swift reads `curl_easy_setopt(easy, CURLOPT_URL, text)` and the
// compiler picks by type what C would leave to the caller's luck (an int where libcurl reads a long).
// `(curl_easy_setopt)` in parentheses steps past libcurl's type-checking macro of the same name.

#define CCURL_SWIFT_NAME(name) __attribute__((swift_name(name)))

CCURL_SWIFT_NAME("curl_easy_setopt(_:_:_:)")
static inline CURLcode ccurl_setopt_long(CURL *easy, CURLoption option, long value) {
    return (curl_easy_setopt)(easy, option, value);
}

CCURL_SWIFT_NAME("curl_easy_setopt(_:_:_:)")
static inline CURLcode ccurl_setopt_text(CURL *easy, CURLoption option, const char *value) {
    return (curl_easy_setopt)(easy, option, value);
}

CCURL_SWIFT_NAME("curl_easy_setopt(_:_:_:)")
static inline CURLcode ccurl_setopt_pointer(CURL *easy, CURLoption option, void *value) {
    return (curl_easy_setopt)(easy, option, value);
}

CCURL_SWIFT_NAME("curl_easy_setopt(_:_:_:)")
static inline CURLcode ccurl_setopt_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return (curl_easy_setopt)(easy, option, value);
}

// Named by what they are: a closure literal does not say which of two function types it means.

CCURL_SWIFT_NAME("curl_easy_setopt(_:_:write:)")
static inline CURLcode ccurl_setopt_write(CURL *easy, CURLoption option, curl_write_callback value) {
    return (curl_easy_setopt)(easy, option, value);
}

CCURL_SWIFT_NAME("curl_easy_setopt(_:_:beforeRequest:)")
static inline CURLcode ccurl_setopt_prereq(CURL *easy, CURLoption option, curl_prereq_callback value) {
    return (curl_easy_setopt)(easy, option, value);
}

CCURL_SWIFT_NAME("curl_easy_getinfo(_:_:_:)")
static inline CURLcode ccurl_getinfo_long(CURL *easy, CURLINFO info, long *value) {
    return (curl_easy_getinfo)(easy, info, value);
}

CCURL_SWIFT_NAME("curl_easy_getinfo(_:_:_:)")
static inline CURLcode ccurl_getinfo_pointer(CURL *easy, CURLINFO info, void **value) {
    return (curl_easy_getinfo)(easy, info, value);
}

CCURL_SWIFT_NAME("curl_easy_getinfo(_:_:_:)")
static inline CURLcode ccurl_getinfo_socket(CURL *easy, CURLINFO info, curl_socket_t *value) {
    return (curl_easy_getinfo)(easy, info, value);
}

CCURL_SWIFT_NAME("curl_multi_setopt(_:_:_:)")
static inline CURLMcode ccurl_multi_setopt_long(CURLM *multi, CURLMoption option, long value) {
    return (curl_multi_setopt)(multi, option, value);
}

#undef CCURL_SWIFT_NAME

#endif
