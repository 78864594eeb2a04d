#!/bin/sh
# data.sh OBJ - the files to take away, read back by the tools of others: CSV, JSON with its
# schema, workbook, XML; their sums against each other and against accord figures.
#
# Four builds: the shipped content in public and in the internal profile; one whose texts try to
# break every format; and the first again, made elsewhere, which must be alike to the byte.
obj=${1:?usage: data.sh build/KIND}
suite=data
[ ! -w /dev/shm ] || TMPDIR=/dev/shm
export TMPDIR
. "$(dirname "$0")/../tools/cli.sh"
here=$root/tests/outside

# build CONTENT NAME - output and figures of a content
build() {
    "$accord" build --quiet --content "$1" --templates "$root/templates" --output "$2" \
        >"$2.log" 2>&1 &&
        "$accord" figures --json --quiet --content "$1" >"$2.json" 2>>"$2.log" && return
    fail "$2 builds" "$(head -n 3 "$2.log" | tr '\n' ' ')"
    exit 0
}

build "$root/content" shipped
/usr/bin/python3 "$here/data.py" shipped shipped/site shipped.json

build_internal() {
    "$accord" build --quiet --profile internal --content "$root/content" \
        --templates "$root/templates" --output internal >internal.log 2>&1 ||
        { fail "internal builds" "$(head -n 3 internal.log | tr '\n' ' ')"; return; }
    /usr/bin/python3 "$here/data.py" internal internal/site shipped.json
}
build_internal

cp -R "$root/content" content
/usr/bin/python3 "$here/data_odd.py" content
build content odd
/usr/bin/python3 "$here/data.py" odd odd/site odd.json

# IATI has no file without an activity.
cp -R "$root/content" bare
(cd bare && rm -r agreements documents stories opportunities targets published pages)
build bare none
if [ -e none/site/data/agreements.csv ] && [ ! -e none/site/data/iati.xml ] &&
    ! grep -rlF iati.xml none/site >log; then
    ok "without agreements there is no iati.xml, and no link to it"
else
    fail "without agreements there is no iati.xml, and no link to it" "$(head -n 1 log)"
fi

(cd / && LC_ALL=C.UTF-8 TZ=Asia/Tokyo "$accord" build --quiet --content "$root/content" \
    --templates "$root/templates" --output "$work/again") >again.log 2>&1
for dir in shipped odd; do
    xmllint --noout $dir/site/*/feed.xml $dir/site/data/iati.xml 2>xml
    clean "$dir: XML is well-formed" xml
done
diff -r shipped/site/data again/site/data >differs 2>&1
clean "two builds are alike to the byte" differs
