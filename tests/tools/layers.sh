#!/bin/sh
# layers.sh TREE LAYERS - fails where a room includes what it may not.
#
# A room is a folder of TREE; files at its root are exempt, since they join the rooms.  Each
# line of LAYERS is "room: rooms it may include".  Another room is entered by its front door,
# room/room.h, only; base/ is open throughout.  Each library belongs to one room as well.
tree=$1 layers=$2
rooms=$(find "$tree" -mindepth 2 -name '*.[ch]' | sort)
# shellcheck disable=SC2086  # a list of files without spaces
grep -Hn '^ *# *include ["<]' $rooms | awk -v tree="$tree/" -v layers="$layers" '
BEGIN {
    while ((getline line < layers) > 0) {
        n = split(line, word, /[: ]+/)
        known[word[1]] = 1
        for (i = 2; i <= n; i++) if (word[i] != "") may[word[1], word[i]] = 1
    }
    owner["xlsxwriter.h"] = "data"; owner["yaml.h"] = owner["cmark-gfm.h"] = owner["cmark-gfm-core-extensions.h"] = "input"
    owner["cmark-gfm-extension_api.h"] = "input"
    owner["hpdf"] = owner["zlib.h"] = "pdf"
    owner["hb"] = owner["fontconfig"] = owner["hyphen.h"] = "font"
    owner["microhttpd.h"] = "serve"; owner["unicode"] = "locale"; owner["gmp.h"] = "base"; owner["getopt.h"] = "commands"; owner["git2.h"] = owner["libxml"] = "exchange"
}
{
    split($0, f, ":"); file = f[1]; sub(tree, "", file); split(file, from, "/"); room = from[1]
    if (!(room in known)) { report("has no line in " layers); next }
    inc = $0; sub(/.*include ["<]/, "", inc); sub(/[">].*/, "", inc)
    if ($0 ~ /include </) {
        lib = inc; sub(/\/.*/, "", lib)
        if (lib ~ /^hb(-|\.h)/) lib = "hb"
        if (lib ~ /^hpdf/) lib = "hpdf"
        if ((lib in owner) && owner[lib] != room) report("may not use <" inc ">, which is " owner[lib] "'"'"'s")
        next
    }
    parts = split(inc, to, "/")
    if (parts < 2 || to[1] == room) next
    if (!((room, to[1]) in may)) report("may not include \"" inc "\"")
    else if (to[1] != "base" && to[2] != to[1] ".h")
        report("must use the front door " to[1] "/" to[1] ".h, not \"" inc "\"")
}
function report(why) { print f[1] ":" f[2] ": room " room " " why; bad = 1 }
END { exit bad }'
