# cli.sh - for scripts that use accord as people do; they set obj (build/KIND) and suite (its name in
# results), and read this file.  From then on they stand in an empty folder of their own, which goes with
# them, know accord, root (of the project) and work (that folder), and leave out and err.
obj=$(cd "$obj" && pwd) || exit 1
accord=$obj/accord
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
# Nothing is kept in mind elsewhere, nor beside the scripts.
export XDG_CACHE_HOME="$work/.cache" PYTHONDONTWRITEBYTECODE=1

ok() {
    echo "ok $suite: $1"
}

fail() {
    echo "not ok $suite: $1: $2"
    grep -sE ' (error|warning): |^accord' err
    head -5 out 2>/dev/null
}

# clean NAME FILE - nothing is in the file, else its first lines say why
clean() {
    if [ -s "$2" ]; then
        echo "not ok $suite: $1: $(head -n 5 "$2" | tr '\n' ' ')"
    else
        ok "$1"
    fi
}

# sums FOLDER... - of all files in them
sums() {
    find "$@" -type f -exec cksum {} + | sort -k 3
}

# accord STATUS NAME ARGUMENT... - leaves out and err; one result
accord() {
    want=$1
    name=$2
    shift 2
    "$accord" "$@" --content content --templates "$root/templates" --color never >out 2>err
    status=$?
    if [ "$status" -eq "$want" ]; then
        ok "$name"
    else
        fail "$name" "exit $status instead of $want"
    fi
}

# says FILE NAME TEXT - TEXT is in the file
says() {
    if grep -qF -e "$3" "$1"; then
        ok "$2"
    else
        fail "$2" "\"$3\" is missing in $1"
    fi
}

same() {
    if [ "$2" = "$3" ]; then
        ok "$1"
    else
        fail "$1" "it was changed"
    fi
}
