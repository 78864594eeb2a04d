#!/bin/sh
# bench.sh BUILD_DIR [N]... - what our work costs, as ratios to the bare cost of the same work in the
# same run (100, 1,000 and 10,000 agreements when no N is given), and what the shipped content costs.
# Without N: the list of all agreements as a PDF, beside Typst and WeasyPrint where they are installed, and
# the search in a browser, too.
#
# Work goes on in a new folder below BENCH_DIR (a file system of memory: BENCH_DIR=/dev/shm), else
# where temporary files go.
build=$1
shift
[ $# -gt 0 ] && chosen=y || chosen=
for n; do
    case $n in
    *[!0-9]* | 0* | ? | ???????*)
        echo "bench: N=\"$*\": numbers of agreements are meant, from 10 to 999999, as N=\"100 1000\"" >&2
        exit 2
        ;;
    esac
done
if [ -n "$BENCH_DIR" ] && ! { [ -d "$BENCH_DIR" ] && [ -w "$BENCH_DIR" ]; }; then
    echo "bench: BENCH_DIR=\"$BENCH_DIR\": this is no folder that can be written to" >&2
    exit 2
fi
work=$(mktemp -d ${BENCH_DIR:+"$BENCH_DIR/bench.XXXXXX"}) || exit
# What the programs keep for later goes with the folder.
export XDG_CACHE_HOME="$work/cache" HUGO_CACHEDIR="$work/cache/hugo"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

model=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -1)
memory=$(awk '/^MemTotal/ { printf ", %.0f GB of memory", $2 / 1e6 }' /proc/meminfo 2>/dev/null)
system=$(stat -f -c %T "$work" 2>/dev/null)
echo "$(nproc 2>/dev/null || echo '?') cores${model:+ ($model)}$memory; files on ${system:-an unknown file system}"

# measure WHAT - of the folder content in $work.
measure() {
    echo
    "$build/tools/bench_build" "$1" "$build/accord" templates "$work" || exit
    rm -rf "$work/content" "$work/hugo"
}

[ -n "$chosen" ] || set -- 100 1000 10000
for n; do
    sh tests/tools/corpus.sh "$build" "$n" "$work/content" "$work/hugo" || exit
    measure "$n agreements, $((n / 3)) partners, English and French, with a PDF of a year in each"
done
cp -R content "$work/content" || exit
measure "the shipped content: all its languages and documents"
[ -z "$chosen" ] || exit 0

echo
"$build/tools/bench_pdf" 100 1000 10000 || exit
echo
"$build/tools/bench_rivals" "$work" 1000 || exit
echo
cp -R content "$work/content" || exit
for part in agreements published history documents stories opportunities; do
    rm -rf "$work/content/$part" || exit
done
"$build/tools/bench_list" "$build/accord" templates "$work" 100 1000 10000
echo
"$build/accord" build --quiet --output "$work/shipped" || exit
export PYTHONDONTWRITEBYTECODE=1
for n in 1000 10000; do
    python3 tests/outside/search_content.py "$work/shipped/site" content "$work/$n" "$n" en \
        >/dev/null || exit
    "$build/accord" build --quiet --content "$work/$n" --output "$work/out" || exit
    python3 tests/tools/bench_search.py "$work/out/site" "$n" || exit
    rm -rf "$work/out"
done
