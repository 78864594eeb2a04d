#!/bin/sh
# site.sh OBJ - build the site from content/ and read every page as a browser would.
obj=${1:?usage: site.sh build/KIND}
suite=site
. "$(dirname "$0")/../tools/cli.sh"

if ! "$accord" build --quiet --content "$root/content" --output built >out 2>err; then
    fail "the shipped content" "the build failed"
    exit 0
fi
python3 "$root/tests/outside/site.py" built/site
python3 "$root/tests/outside/site_languages.py" built/site "$root/content/strings"
"$accord" figures --json --quiet --content "$root/content" >figures.json
python3 "$root/tests/outside/site_charts.py" built/site figures.json
find built/site -name '*.svg' -exec xmllint --noout {} + 2>svg
clean "the files of charts are XML" svg

# The same pages through an HTML parser of others; it does not know HTML5's names.
find built/site -name '*.html' -exec xmllint --html --noout {} + 2>&1 | grep 'error' | grep -v 'Tag [a-z]* invalid' >html
clean "xmllint reads the pages" html
xmllint --noout built/site/sitemap.xml 2>xml
clean "sitemap.xml is XML" xml

# A page of one's own is linked in the foot of every page of its language, and in the index of the
# search; a text that stands on a page of the site is not.
cp -R "$root/tests/golden/small/content" content
cp -R "$root/content/strings" content/strings
mkdir content/pages/contact
printf -- '---\ntitle: Contact & visits\n---\n\nText.\n' >content/pages/contact/en.md
{
    "$accord" build --quiet --output own
    find own/site/en -name index.html -exec grep -L 'contact/index.html">Contact &amp; visits</a></p>' {} +
    for name in contact about home; do
        found=$(cat own/site/assets/search-en.????????.js | grep -c "\"page\":\"$name\",\"title\"")
        [ "$found" = "$([ $name = contact ] && echo 1 || echo 0)" ] || echo "search-en.js: $name $found times"
    done
    grep -rl 'contact/index.html' own/site/es
    [ -d own/site/es ] || echo "there are no pages in Spanish"
} >faults 2>&1
clean "pages of one's own are linked and found" faults
