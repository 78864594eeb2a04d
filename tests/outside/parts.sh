#!/bin/sh
# parts.sh OBJ - builds of some languages, or of one document: what they take away, what stays.
obj=${1:?usage: parts.sh build/KIND}
suite=parts
. "$(dirname "$0")/../tools/cli.sh"

cp -R "$root/tests/golden/small/content" content
cp -R "$root/content/strings" content/strings
cp -R "$root/templates" templates
record=content/agreements/2024/bdt-2024-004.yaml
page=agreements/bdt-2024-004/index.html

# make ARGUMENT... - builds output/; what goes wrong is in log, the exit status in status.
make() {
    "$accord" build --quiet "$@" >log 2>&1
    status=$?
}

# made - all that is in output/ but accord's own lists
made() {
    sums output | grep -v ' output/\.accord/'
}

make
clean "the whole" log
cp -R output whole
echo mine >output/site/en/mine.txt
made >before
make --lang en
made >after
diff before after >>log
clean "the same in one language changes nothing, not even the data" log

echo 'publish: internal' >>"$record"
make --lang en
grep -q 'content/agreements/2024/bdt-2024-004.yaml:.*(es).*\[internal-stays\]' log && [ $status -eq 1 ] &&
    : >log
made | diff after - >>log
clean "an agreement that is internal now stops it, while pages in Spanish name it" log
make --document yearly
grep -q '(en, es).*\[internal-stays\]' log && [ $status -eq 1 ] && : >log
made | diff after - >>log
clean "a document alone, too" log

rm -r output
make --lang en
[ -e output/site/es ] && echo "pages in Spanish were made" >>log
[ -e "output/site/en/$page" ] && echo "the page of an internal agreement was made" >>log
clean "one language into an empty folder" log

rm -r output
sed -i '/^publish: internal$/d' "$record"
make --lang en
[ -e "output/site/en/$page" ] || echo "no page" >>log
name=$(sed -n 's/^title: {en: "\([^"]*\)".*/\1/p' "$record")
[ -n "$name" ] && grep -rq "$name" output/site/en || echo "the name \"$name\" is nowhere" >>log
echo mine >output/site/en/agreements/bdt-2024-004/mine.txt
echo 'publish: internal' >>"$record"
make --lang en
[ -e "output/site/en/$page" ] && echo "its page stays" >>log
[ -e output/site/en/agreements/bdt-2024-004/mine.txt ] || echo "a foreign file is gone" >>log
rm output/site/en/agreements/bdt-2024-004/mine.txt
grep -q 'hreflang="es"\|site/es' output/site/en/index.html output/site/sitemap.xml &&
    echo "English links to pages that are not there" >>log
grep -rl -e "$name" -e bdt-2024-004 output >>log
clean "where only English was made, what is internal now is gone from all of it" log

rm -r output
cp -R whole output
sed -i '/^publish: internal$/d' "$record"
rm -r content/documents
make --lang en
find output -path '*yearly*en*' >>log
[ -e output/documents/yearly.es.pdf ] || echo "the paper in Spanish is gone" >>log
[ -e output/site/es/documents/yearly/index.html ] || echo "the page in Spanish is gone" >>log
clean "a paper that is no more goes in the languages built" log
