#!/bin/sh
# bench.sh BUILD_DIR - ratios of our work to the bare cost of the same work, in one run.
"$1/tools/bench" content templates || exit
echo
exec "$1/tools/bench_pdf" 100 1000 10000
