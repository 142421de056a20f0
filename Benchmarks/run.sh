#!/bin/sh
# Measures CurlHTTP beside a bare C program on the same libcurl, both against one server in a process
# of its own. Read the CPU column on a busy machine: the rates depend on who else runs. Then the whole bot on Telegram,
# matching, and durable state.
set -eu
cd "$(dirname "$0")"
swift build -c release --quiet
bin=$(swift build -c release --show-bin-path)

scratch=$(mktemp -d)
mkfifo "$scratch/input"
"$bin/LoopbackServer" <"$scratch/input" >"$scratch/port" &
# The server ends when the last writer of its input is gone, however this script ends.
exec 3>"$scratch/input"
trap 'exec 3>&-; rm -rf "$scratch"' EXIT
while [ ! -s "$scratch/port" ]; do sleep 0.05; done
base="http://127.0.0.1:$(cat "$scratch/port")"

rounds=${ROUNDS:-3}
requests=${REQUESTS:-32000}
echo "$(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg); $rounds rounds of $requests requests each; [req/s] [CPU µs/request]"
printf '%9s  %-24s%-24s\n' 'in flight' 'C, libcurl alone' 'CurlHTTP'
for flight in 1 8 64; do
    round=0
    while [ "$round" -lt "$rounds" ]; do
        c=$(timeout 60 "$bin/CurlReference" "$base/bot/sendMessage" "$flight" "$requests")
        swift=$(timeout 60 "$bin/CurlHTTPBenchmark" "$base" throughput "$flight" "$requests")
        printf '%9s  %-24s%-24s\n' "$flight" "$c" "$swift"
        round=$((round + 1))
    done
done
for what in memory cancellation idle; do
    timeout 60 "$bin/CurlHTTPBenchmark" "$base" "$what"
done
./telegram.sh "$bin"
"$bin/PeerReviewBenchmark"
"$bin/DatesBenchmark"
# Sets of questions besides our own: FORUM_DATA is a folder of folders. A million threads: FORUM_THREADS=1000000.
# shellcheck disable=SC2046,SC2086
"$bin/ForumSearchBenchmark" ${FORUM_THREADS:-100000} Forum $([ -z "${FORUM_DATA:-}" ] || ls -d "$FORUM_DATA"/*/)
# On the disk that the project lies on, or on BENCH_DIR's: a file system in memory would show nothing.
state=$(mktemp -d "${BENCH_DIR:-$PWD}/.state-XXXXXX")
trap 'exec 3>&-; rm -rf "$scratch" "$state"' EXIT
"$bin/StateBenchmark" all "$state"
# A million reminders that wait. A package of its own, because it looks inside the bot's.
swift build -c release --quiet --package-path Reminders
"$(swift build -c release --show-bin-path --package-path Reminders)/ReminderBenchmark" "$state"
