#!/bin/sh
# fuzz.sh MAKE [SECONDS] [NAME...] - libFuzzer over all targets in turn, or these, so long each (60).
#
# A target starts from its committed corpus, corpus/NAME/, and from what earlier runs found, which is
# kept below build/fuzz/found/NAME/.  What crashes, hangs or takes too much memory is kept as
# build/fuzz/crashes/NAME-*: mend its cause, give it a telling name and put it into corpus/NAME/.
# Closes with a line a target: executions, seconds, edges covered.  Skipped, with a word, where there is
# no clang or it comes without libFuzzer.
make=${1:?usage: fuzz.sh MAKE [SECONDS] [NAME...]}
seconds=${2:-60}
[ $# -lt 2 ] && shift || shift 2
here=$(dirname "$0")
out=build/fuzz
failed=0

sh "$here/../../generator/packages.sh" clang || {
    echo "fuzz: skipped: there is no clang"
    exit 0
}
mkdir -p "$out/crashes"
if ! echo 'int LLVMFuzzerTestOneInput(const char *p, unsigned long n) { return p && n > 1 && 0; }' |
    clang -x c -fsanitize=fuzzer,address,undefined -o "$out/probe" - 2>"$out/probe.txt"; then
    echo "fuzz: skipped: this clang has no libFuzzer (on Debian: libclang-rt-<version>-dev)"
    exit 0
fi
$make --no-print-directory -j"$(nproc 2>/dev/null || echo 2)" FUZZING=1 CC=clang fuzz-targets || exit 1

# Leaks are looked for by make SANITIZE=1 test; asking after each input would take most of the time.
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=0
[ $# -gt 0 ] || set -- $(cd "$out/targets" && ls | grep -v '\.d$')
: >"$out/summary.txt"
for name in "$@"; do
    mkdir -p "$out/found/$name"
    words=$here/$name.dict
    echo "fuzz: $name, $seconds seconds"
    "$out/targets/$name" -max_total_time="$seconds" -timeout=30 -rss_limit_mb=2048 -max_len=4096 \
        -print_final_stats=1 -artifact_prefix="$out/crashes/$name-" $([ -f "$words" ] && echo "-dict=$words") \
        "$out/found/$name" "$here/corpus/$name" 2>"$out/$name.txt" || {
        failed=1
        tail -n 40 "$out/$name.txt"
    }
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$name.txt")
    edges=$(sed -n 's/.* cov: \([0-9]*\) .*/\1/p' "$out/$name.txt" | tail -n 1)
    took=$(sed -n 's/^Done [0-9]* runs in \([0-9]*\) second.*/\1/p' "$out/$name.txt")
    echo "$name: ${runs:-?} executions, ${took:-?} seconds, ${edges:-?} edges" | tee -a "$out/summary.txt"
done
exit "$failed"
