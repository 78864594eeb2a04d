#!/bin/sh
# pdf.sh OBJ - real tools on PDF files: one set by hand, and those built from content/.
#
# qpdf for the file, poppler for what a reader gets out of it, pdf_text.py for whether that is
# what the page of the site says, pdf_check.py for the tags (with the system's Python, since that
# is the one python3-pikepdf is installed for).
obj=${1:?usage: pdf.sh build/KIND}
here=$(dirname "$0")
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# result NAME FILE - ok when FILE is empty, else its first line is why.
result() {
    if [ -s "$2" ]; then
        echo "not ok $1: $(head -n 1 "$2")"
    else
        echo "ok $1"
    fi
}

# expect NAME STATUS WHY - ok when STATUS is 0.
expect() {
    [ "$2" -eq 0 ] && echo "ok $1" || echo "not ok $1: $3"
}

# check NAME FILE - what holds for every document.
check() {
    qpdf --check "$2" >"$work/qpdf" 2>&1 && : >"$work/qpdf"
    result "pdf $1: qpdf finds no fault" "$work/qpdf"
    pdfinfo "$2" 2>&1 | grep -q '^Tagged: *yes'
    expect "pdf $1: tagged" $? "pdfinfo says it is not"
    pdffonts "$2" 2>&1 | awk 'NR > 2 && !/ yes yes yes +[0-9]+ +0$/; END { if (NR < 3) print "none" }' \
        >"$work/fonts"
    result "pdf $1: all fonts embedded, cut down and with Unicode" "$work/fonts"
    pdftotext "$2" - 2>&1 | grep -an "$(printf '\357\277\275')" >"$work/text"
    result "pdf $1: all text comes out as text" "$work/text"
    /usr/bin/python3 "$here/pdf_check.py" "$2" >"$work/tags" 2>&1
    result "pdf $1: the tags hold together" "$work/tags"
}

# says NAME FILE TEXT... - each text must come out of pdftotext as one line has it.
says() {
    title=$1
    pdftotext -layout "$2" "$work/said"
    shift 2
    : >"$work/lacks"
    for text; do
        grep -qF -- "$text" "$work/said" || echo "no \"$text\"" >>"$work/lacks"
    done
    result "$title" "$work/lacks"
}

sample=$work/sample.pdf
"$obj/tests/test_pdf" "$sample" /usr/share/color/icc/sRGB.icc 2>"$work/made" ||
    echo "test_pdf failed" >>"$work/made"
result "pdf sample: written" "$work/made"
check sample "$sample"
says "pdf sample: accents, dashes, quotes, ligatures and kerning round-trip" "$sample" \
    '“Señal” – ‘año’, façade, Œuvre, naïve, 33,8 millones — eficiente oficina flujo coordi' \
    'nación A/79/123 AVATAR Tokyo. 1 Véase el sitio in English.' '1 204,50' 'en la otra página.'
pdfinfo -struct-text "$sample" 2>&1 | sed "s/$(printf '\302\255')//" |
    grep -aqF 'flujo coordinación A/79/123'
expect "pdf sample: a hyphenated word is whole for a screen reader" $? "it is torn"
pdfdetach -save 1 -o "$work/data.csv" "$sample" >"$work/detach" 2>&1
printf 'region,usd\r\nAFR,1204.50\r\n' | cmp - "$work/data.csv" >>"$work/detach" 2>&1
result "pdf sample: the attachment comes out as it went in" "$work/detach"

"$obj/accord" build --quiet --output "$work/output" >"$work/build" 2>&1 && : >"$work/build"
result "pdf: the content builds" "$work/build"
for file in "$work"/output/documents/*.pdf; do
    [ -f "$file" ] || continue
    document=$(basename "$file" .pdf)
    check "$document" "$file"
    pdfdetach -list "$file" 2>&1 | grep -q '\.csv$'
    expect "pdf $document: figures attached as CSV" $? "pdfdetach lists none"
    lang=${document##*.}
    modes='plain layout raw'
    case $lang in ar) modes='plain layout' ;; esac # raw does not turn runs around
    for mode in $modes; do
        case $mode in
        plain) pdftotext "$file" "$work/said" ;;
        *) pdftotext "-$mode" "$file" "$work/said" ;;
        esac
        python3 "$here/pdf_text.py" \
            "$work/output/site/$lang/documents/${document%.*}/index.html" "$mode" "$work/said" \
            >"$work/text" 2>&1
        result "pdf $document: pdftotext $mode gives the words of its page in order" "$work/text"
    done
done

"$obj/accord" build --quiet --document tdag25-partnerships --lang en --output "$work/one" \
    >"$work/build" 2>&1 && : >"$work/build"
(cd "$work/one" && find documents site -type f) | # its charts have files beside it, all have looks
    grep -v '^site/en/documents/tdag25-partnerships/[^/]*\.\(svg\|csv\)$' |
    grep -v '^site/assets/[a-z]*\.[0-9a-f]*\.\(css\|js\)$' | sort >"$work/files"
printf '%s\n' documents/tdag25-partnerships.en.pdf \
    site/en/documents/tdag25-partnerships/index.html \
    site/en/documents/tdag25-partnerships/tdag25-partnerships.en.pdf |
    diff - "$work/files" >>"$work/build"
cmp "$work/one/documents/tdag25-partnerships.en.pdf" \
    "$work/output/documents/tdag25-partnerships.en.pdf" >>"$work/build" 2>&1
result "pdf: one document can be built by itself, and is the same" "$work/build"
