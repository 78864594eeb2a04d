# cli.sh - for scripts that use accord as people do; they set suite (its name in results), accord and
# root, stand in a folder of their own with content/, and read this file.  Leaves out and err.

ok() {
    echo "ok $suite: $1"
}

fail() {
    echo "not ok $suite: $1: $2"
    grep -E ' (error|warning): |^accord' err
    head -5 out
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
