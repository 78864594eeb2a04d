#!/bin/sh
# pdf.sh OBJ - real tools on PDF files: one set by hand, and those built from content/.
#
# qpdf for the file, poppler for what a reader gets out of it, pdf_text.py for whether that is
# what the page of the site says, pdf_check.py for the tags (with the system's Python, since that
# is the one python3-pikepdf is installed for).
obj=${1:?usage: pdf.sh build/KIND}
suite=pdf
. "$(dirname "$0")/../tools/cli.sh"
here=$root/tests/outside

# expect NAME STATUS WHY - ok when STATUS is 0.
expect() {
    [ "$2" -eq 0 ] && ok "$1" || fail "$1" "$3"
}

# check NAME FILE - what holds for every document.
check() {
    qpdf --check "$2" >qpdf 2>&1 && : >qpdf
    clean "$1: qpdf finds no fault" qpdf
    pdfinfo "$2" 2>&1 | grep -q '^Tagged: *yes'
    expect "$1: tagged" $? "pdfinfo says it is not"
    pdffonts "$2" 2>&1 | awk 'NR > 2 && !/ yes yes yes +[0-9]+ +0$/; END { if (NR < 3) print "none" }' \
        >fonts
    clean "$1: all fonts embedded, cut down and with Unicode" fonts
    pdftotext "$2" - 2>&1 | grep -an "$(printf '\357\277\275')" >text
    clean "$1: all text comes out as text" text
    /usr/bin/python3 "$here/pdf_check.py" "$2" >tags 2>&1
    clean "$1: the tags hold together" tags
}

# reads NAME FILE TEXT... - each text must come out of pdftotext as one line has it.
reads() {
    title=$1
    pdftotext -layout "$2" said
    shift 2
    : >lacks
    for text; do
        grep -qF -- "$text" said || echo "no \"$text\"" >>lacks
    done
    clean "$title" lacks
}

sample=sample.pdf
"$obj/tests/test_pdf" "$sample" /usr/share/color/icc/sRGB.icc 2>made ||
    echo "test_pdf failed" >>made
clean "sample: written" made
check sample "$sample"
reads "sample: accents, dashes, quotes, ligatures and kerning round-trip" "$sample" \
    '“Señal” – ‘año’, façade, Œuvre, naïve, 33,8 millones — eficiente oficina flujo coordi' \
    'nación A/79/123 AVATAR Tokyo. 1 Véase el sitio in English.' '1 204,50' 'en la otra página.'
pdfinfo -struct-text "$sample" 2>&1 | sed "s/$(printf '\302\255')//" |
    grep -aqF 'flujo coordinación A/79/123'
expect "sample: a hyphenated word is whole for a screen reader" $? "it is torn"
pdfdetach -save 1 -o data.csv "$sample" >detach 2>&1
printf 'region,usd\r\nAFR,1204.50\r\n' | cmp - data.csv >>detach 2>&1
clean "sample: the attachment comes out as it went in" detach

"$accord" build --quiet --content "$root/content" --output output >build 2>&1 && : >build
clean "the content builds" build
for file in output/documents/*.pdf; do
    [ -f "$file" ] || continue
    document=$(basename "$file" .pdf)
    check "$document" "$file"
    pdfdetach -list "$file" 2>&1 | grep -q '\.csv$'
    expect "$document: figures attached as CSV" $? "pdfdetach lists none"
    lang=${document##*.}
    modes='plain layout raw'
    case $lang in ar) modes='plain layout' ;; esac # raw does not turn runs around
    for mode in $modes; do
        case $mode in
        plain) pdftotext "$file" said ;;
        *) pdftotext "-$mode" "$file" said ;;
        esac
        python3 "$here/pdf_text.py" \
            "output/site/$lang/documents/${document%.*}/index.html" "$mode" said \
            >text 2>&1
        clean "$document: pdftotext $mode gives the words of its page in order" text
    done
done

"$accord" build --quiet --content "$root/content" --document tdag25-partnerships --lang en --output one \
    >build 2>&1 && : >build
(cd one && find documents site -type f) | # its charts have files beside it, all have looks
    grep -v '^site/en/documents/tdag25-partnerships/[^/]*\.\(svg\|csv\)$' |
    grep -v '^site/assets/[a-z]*\.[0-9a-f]*\.\(css\|js\)$' | sort >files
printf '%s\n' documents/tdag25-partnerships.en.pdf \
    site/en/documents/tdag25-partnerships/index.html \
    site/en/documents/tdag25-partnerships/tdag25-partnerships.en.pdf |
    diff - files >>build
cmp one/documents/tdag25-partnerships.en.pdf \
    output/documents/tdag25-partnerships.en.pdf >>build 2>&1
clean "one document can be built by itself, and is the same" build
