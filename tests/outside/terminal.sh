#!/bin/sh
# terminal.sh OBJ - what a person sees on a terminal of a run, and that nothing of it is in a file.
obj=${1:?usage: terminal.sh build/KIND}
suite=terminal
. "$(dirname "$0")/../tools/cli.sh"
here=$root/tests/outside
cp -R "$root/tests/diag/base" content
cp "$root"/content/strings/e[ns].yaml content/strings/

say() {
    [ "$2" -eq 0 ] && ok "$1" || fail "$1" "$(tr -d '
' <out | tail -n 1)"
}

seen() { # NAME PATTERN ARGUMENTS...: the last line on a terminal
    name=$1 pattern=$2
    shift 2
    python3 "$here/terminal.py" "$accord" "$@" >out
    tail -n 1 out | grep -q -x -e "$pattern"
    say "$name" $?
}

unseen() { # NAME ARGUMENTS...: no line of a time, on a terminal or not
    name=$1
    shift
    ! grep -q -e '[0-9] s' -e 'reading' -e "$(printf '\033')" out
    say "$name" $?
}

seen "check closes with files and time" "[0-9]* files checked in [0-9.]* s: no errors" check --content content
seen "in French" "[0-9]* fichiers vérifiés en [0-9,]*.*s.*: aucune erreur" check --content content --messages fr
seen "build closes with what it wrote" "[0-9,]* files: [0-9,]* written, 0 unchanged, 0 removed, in [0-9.]* s" \
    build --content content --output output --lang en
seen "build again: nothing is written" "[0-9,]* files: 0 written, [0-9,]* unchanged, 0 removed, in [0-9.]* s" \
    build --content content --output output --lang en
python3 "$here/terminal.py" "$accord" check --content content --quiet >out
unseen "--quiet closes with nothing"
python3 "$here/terminal.py" "$accord" check --content content --format json >out
unseen "JSON stays JSON"
"$accord" check --content content 2>out
unseen "a file has no closing line"
"$accord" check --content content --verbose >stdout 2>out
tail -n 1 out | grep -q -x '[0-9]* files checked in [0-9.]* s: no errors'
say "--verbose has it in a file, too" $?

# A run that waits for more than a second, in the midst of reading, shows how far it has come.
if strace -o /dev/null true 2>/dev/null; then
    for i in $(seq 1 30); do
        sed "s/unicef/partner-$i/g" content/partners/unicef.yaml >"content/partners/partner-$i.yaml"
    done
    # Leaks cannot be looked for under strace.
    ASAN_OPTIONS=detect_leaks=0 python3 "$here/terminal.py" strace -f -qq -o /dev/null -e trace=openat -e inject=openat:delay_enter=50000 \
        "$accord" check --content content >out
    tr '\r' '\n' <out | grep -q 'reading: [0-9]* files'
    say "a slow run says how far it is" $?
    tr '\r' '\n' <out | grep -a -v '^$' | tail -n 1 | grep -q 'files checked in [0-9.]* s'
    say "and its line is gone at the end" $?
else
    echo "ok $suite: a slow run says how far it is # SKIP strace cannot run"
fi
