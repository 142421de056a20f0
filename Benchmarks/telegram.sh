#!/bin/sh
# Measures the whole bot on Telegram beside the least that a C program on libcurl can do, both driven by one program
# that is Telegram, the learners and the stopwatch. The rounds of the two alternate, so that whoever else runs on the
# machine slows both: read the ratios and the CPU columns there.
#
#   telegram.sh [BIN]    where the benchmarks are built; ROUNDS, BENCH_DIR (where the state lies) and BOT by environment
set -eu
cd "$(dirname "$0")"
bin=${1:-$(swift build -c release --show-bin-path)}
rounds=${ROUNDS:-3}

scratch=$(mktemp -d "${BENCH_DIR:-$PWD}/.telegram-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
if [ -z "${BOT:-}" ]; then
    # As the Dockerfile builds it.
    (cd .. && swift build -c release --static-swift-stdlib --product cohortbot --quiet)
    built=$(cd .. && swift build -c release --static-swift-stdlib --show-bin-path)
    BOT=$scratch/cohortbot
    install -s "$built/cohortbot" "$BOT"
fi
mkdir "$scratch/bot-config"


# measure NAME KIND TEXT MARK CHATS WARM COUNT: a line each for the reference and the bot.
measure() {
    name=$1
    shift
    round=0
    while [ "$round" -lt "$rounds" ]; do
        rm -rf "$scratch/records" "$scratch/state"
        printf '%s reference ' "$name"
        "$bin/TelegramBenchmark" "$@" -- "$bin/TelegramReference" "$scratch/records"
        printf '%s cohortbot ' "$name"
        COHORTBOT_PACING=off COHORTBOT_LISTEN=127.0.0.1:0 "$bin/TelegramBenchmark" "$@" -- \
            "$BOT" run --config "$scratch/bot-config" --state "$scratch/state" 2>"$scratch/log"
        round=$((round + 1))
    done
}

echo "$(nproc) cores, load $(cut -d' ' -f1-3 /proc/loadavg); $rounds rounds"
{
    measure /ping closed /ping pong 64 2000 20000
    measure /remind closed "/remind in 2 hours x" Saved: 64 1000 8000
    measure /ping,200/s open /ping pong 64 200 2000
    measure /remind,200/s open "/remind in 2 hours x" Saved: 64 200 2000
} | tee "$scratch/figures" | awk '
    { print > "/dev/stderr" }
    function median(list, count,   i, j, swap) {
        for (i = 2; i <= count; i++)
            for (j = i; j > 1 && list[j] < list[j - 1]; j--) {
                swap = list[j]; list[j] = list[j - 1]; list[j - 1] = swap
            }
        return count % 2 ? list[(count + 1) / 2] : (list[count / 2] + list[count / 2 + 1]) / 2
    }
    !($1 in seen) { seen[$1]; order[++kinds] = $1 }
    { count[$1, $2]++; for (i = 3; i <= NF; i++) figure[$1, $2, count[$1, $2], i] = $i }
    function middle(kind, who, column,   i, list) {
        for (i = 1; i <= count[kind, who]; i++) list[i] = figure[kind, who, i, column]
        return median(list, count[kind, who])
    }
    function ratio(kind, column,   i, list) {
        for (i = 1; i <= count[kind, "cohortbot"]; i++)
            list[i] = figure[kind, "cohortbot", i, column] / figure[kind, "reference", i, column]
        return median(list, count[kind, "cohortbot"])
    }
    END {
        names = "replies/s,CPU us/update,p50 ms,p99 ms,start ms,exit ms,VmRSS KiB,RssAnon KiB,lost,doubled"
        split(names, name, ",")
        printf "\n%-14s %-15s %12s %12s %8s   (medians; the ratio is the median of the rounds)\n", "", "", "reference", "cohortbot", "ratio"
        for (k = 1; k <= kinds; k++)
            for (i = 1; i <= 10; i++)
                printf "%-14s %-15s %12.2f %12.2f %8s\n", order[k], name[i], \
                    middle(order[k], "reference", i + 2), middle(order[k], "cohortbot", i + 2), \
                    i < 9 ? sprintf("%.2f", ratio(order[k], i + 2)) : ""
    }'
