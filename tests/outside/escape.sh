#!/bin/sh
# escape.sh OBJ - content that tries to be something else: HTML, a script, an address, a formula, a command of the terminal.
#
# A content whose every text holds such strings is built three times, with a payload for each family of formats, and each
# file that comes out is read by a parser of others (escape.py; tests/browser/hostile.js looks at the pages in a browser); then
# what content may not hold at all, lists that go out and come back, and what people see on their terminals.  Of the
# pages two languages are read for each payload; LANGS=all reads all of them.
obj=${1:?usage: escape.sh build/KIND}
suite=escape
. "$(dirname "$0")/../tools/cli.sh"
here=$root/tests/outside

# made NAME [PAYLOAD] - writes a content and builds it
made() {
    /usr/bin/python3 "$here/escape_content.py" "$1" "$root/content/strings" $2
    "$accord" build --quiet --content "$1" --templates "$root/templates" --output "out-$1" >out 2>err ||
        fail "it builds: $1" "exit $?"
}

made plain
mkdir schemas
for kind in $("$accord" schema --content plain); do
    "$accord" schema "$kind" --content plain >"schemas/$kind.json"
done
same "no field for texts is left out" "" "$(/usr/bin/python3 "$here/escape_content.py" fields plain schemas)"
payload=0
for langs in en,ar fr,zh es,ru; do
    [ "$LANGS" = all ] && langs=en,fr,es,ar,zh,ru
    made "hostile-$payload" $payload
    /usr/bin/python3 "$here/escape.py" out-plain "out-hostile-$payload" $payload $langs
    payload=$((payload + 1))
done

# --- what is refused ---

cp -R plain refused
/usr/bin/python3 "$here/escape_refused.py" "$accord" refused
"$accord" build --quiet --content refused --templates "$root/templates" --output out-refused >out 2>err
same "a build of such content is exit 1" 1 $?
[ ! -e out-refused ] && ok "and writes nothing" || fail "and writes nothing" "there is $(ls out-refused)"

# --- lists go out and come back to the letter ---

export_all() { "$accord" export agreements --profile internal --content hostile-2 "$@" 2>err; }
export_all --format json >before.json
export_all >list.csv
"$accord" export contributions --profile internal --content hostile-2 >gifts.csv 2>err
mv hostile-2/agreements agreements
mkdir hostile-2/agreements
"$accord" import list.csv --contributions gifts.csv --numbers 1234.56 --content hostile-2 >out 2>err
same "what CSV keeps from being a formula is read" 0 $?
export_all --format json >after.json
cmp before.json after.json >out && ok "and is the same text" || fail "and is the same text" "$(cat out)"

# --- terminals ---

/usr/bin/python3 "$here/escape_terminal.py" "$accord" plain "$root/templates"
