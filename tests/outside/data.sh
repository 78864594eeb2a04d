#!/bin/sh
# data.sh OBJ - the files to take away, read back by the tools of others: CSV, JSON with its
# schema, workbook, XML; their sums against each other and against accord figures.
#
# Four builds: the shipped content in public and in the internal profile; one whose texts try to
# break every format; and the first again, made elsewhere, which must be alike to the byte.
obj=${1:?usage: data.sh build/KIND}
accord=$(cd "$obj" && pwd)/accord
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d -p /dev/shm 2>/dev/null) || work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# build CONTENT NAME - output and figures of a content
build() {
    "$accord" build --quiet --content "$1" --templates "$root/templates" --output "$work/$2" \
        >"$work/$2.log" 2>&1 &&
        "$accord" figures --json --quiet --content "$1" >"$work/$2.json" 2>>"$work/$2.log" && return
    echo "not ok data: $2 does not build: $(head -n 3 "$work/$2.log" | tr '\n' ' ')"
    exit 0
}

build "$root/content" shipped
/usr/bin/python3 "$here/data.py" shipped "$work/shipped/site" "$work/shipped.json"

build_internal() {
    "$accord" build --quiet --profile internal --content "$root/content" \
        --templates "$root/templates" --output "$work/internal" >"$work/internal.log" 2>&1 ||
        { echo "not ok data: internal does not build"; return; }
    /usr/bin/python3 "$here/data.py" internal "$work/internal/site" "$work/shipped.json"
}
build_internal

cp -R "$root/content" "$work/content"
/usr/bin/python3 "$here/data_odd.py" "$work/content"
build "$work/content" odd
/usr/bin/python3 "$here/data.py" odd "$work/odd/site" "$work/odd.json"

# IATI has no file without an activity.
cp -R "$root/content" "$work/bare"
(cd "$work/bare" && rm -r agreements documents stories opportunities targets published pages)
build "$work/bare" none
if [ -e "$work/none/site/data/agreements.csv" ] && [ ! -e "$work/none/site/data/iati.xml" ] &&
    ! grep -rlF iati.xml "$work/none/site" >"$work/log"; then
    echo "ok data: without agreements there is no iati.xml, and no link to it"
else
    echo "not ok data: without agreements there is no iati.xml: $(head -n 1 "$work/log")"
fi

(cd / && LC_ALL=C.UTF-8 TZ=Asia/Tokyo "$accord" build --quiet --content "$root/content" \
    --templates "$root/templates" --output "$work/again" >"$work/again.log" 2>&1)
for dir in shipped odd; do
    if xmllint --noout "$work/$dir/site"/*/feed.xml "$work/$dir/site/data/iati.xml" 2>"$work/xml"; then
        echo "ok data: $dir: XML is well-formed"
    else
        echo "not ok data: $dir: XML is well-formed: $(head -n 1 "$work/xml")"
    fi
done
if diff -r "$work/shipped/site/data" "$work/again/site/data" >"$work/differs" 2>&1; then
    echo "ok data: two builds are alike to the byte"
else
    echo "not ok data: two builds are alike to the byte: $(head -n 1 "$work/differs")"
fi
