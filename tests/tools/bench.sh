#!/bin/sh
# bench.sh BUILD_DIR - ratios of our work to the bare cost of the same work, in one run.
exec "$1/tools/bench" content templates
