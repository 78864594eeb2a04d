#!/bin/sh
# corpus.sh BUILD_DIR N DIR [HUGO] - a content folder of N agreements in English and French: what
# ships (settings, vocabularies, words, rates, the list of all agreements as a document) around the
# records that corpus.c makes.  With HUGO, a site of Hugo of the same records.
build=$1 n=$2 dir=$3 hugo=$4
mkdir -p "$dir/documents/tdag25-inf-1" || exit
cp -R content/vocabulary content/strings content/rates "$dir" || exit
sed -e 's/^languages:.*/languages: [en, fr]/' -e 's/^default_language:.*/default_language: en/' \
    content/site.yaml >"$dir/site.yaml" || exit
list=documents/tdag25-inf-1
sed 's/^languages:.*/languages: [en, fr]/' "content/$list/document.yaml" >"$dir/$list/document.yaml" ||
    exit
for lang in en fr; do
    cp -R "content/$list/$lang" "$dir/$list" || exit
    # Its introduction names a document that is not here.
    sed '/{{doc\.tdag25-partnerships}}/d' "content/$list/$lang/01-introduction.md" \
        >"$dir/$list/$lang/01-introduction.md" || exit
done
if [ -n "$hugo" ]; then
    mkdir -p "$hugo" && cp -R tests/tools/hugo/. "$hugo" || exit
fi
exec "$build/tools/corpus" "$n" "$dir" ${hugo:+"$hugo"}
