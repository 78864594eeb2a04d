#!/bin/sh
# site.sh OBJ - build the site from content/ and read every page as a browser would.
obj=${1:?usage: site.sh build/KIND}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

if ! "$obj/accord" build --quiet --output "$work/out" >"$work/log" 2>&1; then
    echo "not ok site: the build failed: $(head -n 3 "$work/log" | tr '\n' ' ')"
    exit 0
fi
python3 tests/outside/site.py "$work/out/site"
python3 tests/outside/site_languages.py "$work/out/site" content/strings
"$obj/accord" figures --json --quiet >"$work/figures.json"
python3 tests/outside/site_charts.py "$work/out/site" "$work/figures.json"
if find "$work/out/site" -name '*.svg' -exec xmllint --noout {} + 2>"$work/svg"; then
    echo "ok site: the files of charts are XML"
else
    echo "not ok site: the files of charts are XML: $(head -n 1 "$work/svg")"
fi

# The same pages through an HTML parser of others; it does not know HTML5's names.
if find "$work/out/site" -name '*.html' -exec xmllint --html --noout {} + 2>&1 |
    grep 'error' | grep -v 'Tag [a-z]* invalid' >"$work/html"; then
    echo "not ok site: xmllint reads the pages: $(head -n 2 "$work/html" | tr '\n' ' ')"
else
    echo "ok site: xmllint reads the pages"
fi
if xmllint --noout "$work/out/site/sitemap.xml" 2>"$work/xml"; then
    echo "ok site: sitemap.xml is XML"
else
    echo "not ok site: sitemap.xml is XML: $(head -n 1 "$work/xml")"
fi

# A page of one's own is linked in the foot of every page of its language, and in the index of the
# search; a text that stands on a page of the site is not.
cp -R tests/golden/small/content "$work/content"
cp -R content/strings "$work/content/strings"
mkdir "$work/content/pages/contact"
printf -- '---\ntitle: Contact & visits\n---\n\nText.\n' >"$work/content/pages/contact/en.md"
"$obj/accord" build --quiet --content "$work/content" --output "$work/own" >"$work/log" 2>&1
{
    cat "$work/log"
    find "$work/own/site/en" -name index.html -exec grep -L 'contact/index.html">Contact &amp; visits</a></p>' {} +
    for name in contact about home; do
        found=$(cat "$work/own/site/assets"/search-en.????????.js | grep -c "\"page\":\"$name\",\"title\"")
        [ "$found" = "$([ $name = contact ] && echo 1 || echo 0)" ] || echo "search-en.js: $name $found times"
    done
    grep -rl 'contact/index.html' "$work/own/site/es"
} >"$work/faults" 2>&1
if [ -d "$work/own/site/es" ] && [ ! -s "$work/faults" ]; then
    echo "ok site: pages of one's own are linked and found"
else
    echo "not ok site: pages of one's own are linked and found: $(head -n 3 "$work/faults" | tr '\n' ' ')"
fi
