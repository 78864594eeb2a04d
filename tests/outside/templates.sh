#!/bin/sh
# templates.sh OBJ - templates of one's own lie over those that ship: one small file, one block.
obj=${1:?usage: templates.sh build/KIND}
suite=templates
. "$(dirname "$0")/../tools/cli.sh"

cp -R "$root/tests/golden/small/content" content
cp -R "$root/content/strings" content/strings

# check_says - what check says of the templates goes to got, and into log where that is not want.
check_says() {
    "$accord" check --color never 2>got >/dev/null
    sed -n '/^templates/,$p' got | sed '$d' | diff want - >>log
}

# make FOLDER - builds with templates/ into FOLDER; what goes wrong is in log.
make() {
    "$accord" build --quiet --output "$1" >log 2>&1
}

"$accord" build --quiet --templates "$root/templates" --output shipped >log 2>&1
clean "the shipped ones, named" log
make none
diff -r shipped none >>log 2>&1
clean "no folder of one's own: the shipped ones" log

mkdir templates
echo '<footer><p>Ours, {{publisher}}</p></footer>' >templates/footer.mustache
make footer
find footer -name '*.html' -exec grep -L '^<footer><p>Ours, .*</p></footer>$' {} + >>log
find footer -name '*.html' -exec grep -l 'class="footer"' {} + >>log
clean "a file of one line changes the foot of every page" log
sed -n '/<footer/q;p' shipped/site/en/index.html >was
sed -n '/<footer/q;p' footer/site/en/index.html | diff was - >>log
clean "and nothing else" log
rm templates/footer.mustache

printf '%s\n' '{{<shipped/layout}}' '{{$band}}' '<p>{{lang}}</p>' '{{/band}}' '{{/shipped/layout}}' \
    >templates/layout.mustache
make band
find band -name '*.html' -exec grep -L '^<p>e[ns]</p>$' {} + >>log
clean "one block of the frame, the rest from the shipped one" log
rm templates/layout.mustache

printf '%s\n' '{{<page}}' '{{$facts}}' '{{#facts}}' '<p>{{term}}</p>' '{{/facts}}' '{{/facts}}' \
    '{{/page}}' >templates/agreement.mustache
make facts
grep -L '^<p>Number</p>$' facts/site/en/agreements/bdt-2024-00?/index.html >>log
diff -rq shipped/site facts/site | grep -v '^Files shipped/site/e[ns]/agreements/[a-z]' >>log
clean "one block of one kind of page" log
rm templates/agreement.mustache

mkdir templates/assets
echo 'body { color: red }' >templates/assets/site.css
make style
cat style/site/assets/site.????????.css >>style.css
grep -q '^body { color: red }$' style.css || echo "the style sheet is another" >>log
grep -q -- '--accent-light' style.css || echo "it lacks the colours of site.yaml" >>log
ls style/site/assets/site.????????.js >/dev/null || echo "the script is gone" >>log
clean "a style sheet, beside the shipped script" log

printf '%s\n' '<p>{{nmae}} {{t.serch}} {{assets.sitecss}}</p>' >templates/footer.mustache
rm templates/assets/site.css
cat >want <<'WANT'
templates/footer.mustache:1:6: error: no page has a value "nmae" [template-unknown-name]
    1 | <p>{{nmae}} {{t.serch}} {{assets.sitecss}}</p>
      |      ^~~~
  hint: did you mean "name"? "accord help templates" lists what templates are given.
templates/footer.mustache:1:15: warning: the text "serch" is missing from strings/en.yaml [missing-string]
    1 | <p>{{nmae}} {{t.serch}} {{assets.sitecss}}</p>
      |               ^~~~~~~
  hint: did you mean "t.search"? Add a line "serch: ..."; until then another language's text stands in.
templates/footer.mustache:1:27: error: no page has a value "assets.sitecss" [template-unknown-name]
    1 | <p>{{nmae}} {{t.serch}} {{assets.sitecss}}</p>
      |                           ^~~~~~~~~~~~~~
  hint: did you mean "assets.site_css"? "accord help templates" lists what templates are given.
WANT
"$accord" build --color never --output faulty 2>got >log && echo "it builds" >>log
sed -n '/^templates/,$p' got | sed '$d' | diff want - >>log
clean "names that no page has are told" log
: >log
check_says
clean "names that no page has are told by check, too" log
rm templates/footer.mustache

# Only markup is printed as it is: a summary is markup in a document, and words in a list.
printf '%s\n' '<p>{{{site_name}}} {{&t.search}} {{{html}}} {{#items}}{{{summary}}}{{/items}}</p>' \
    '<p>{{#summary}}{{{summary}}}{{/summary}}{{#references}}{{{.}}}{{/references}}{{#pieces}}{{{.}}}{{/pieces}}</p>' \
    >templates/footer.mustache
cat >want <<'WANT'
templates/footer.mustache:1:7: warning: "site_name" is text and no markup: unescaped, browsers take what stands in it for HTML [template-raw]
    1 | <p>{{{site_name}}} {{&t.search}} {{{html}}} {{#items}}{{{summary}}}{{/items}}</p>
      |       ^~~~~~~~~
  hint: Write {{site_name}}. "accord help templates" says which values are markup.
templates/footer.mustache:1:23: warning: "t.search" is text and no markup: unescaped, browsers take what stands in it for HTML [template-raw]
    1 | <p>{{{site_name}}} {{&t.search}} {{{html}}} {{#items}}{{{summary}}}{{/items}}</p>
      |                       ^~~~~~~~
  hint: Write {{t.search}}. "accord help templates" says which values are markup.
templates/footer.mustache:1:58: warning: "summary" is text and no markup: unescaped, browsers take what stands in it for HTML [template-raw]
    1 | <p>{{{site_name}}} {{&t.search}} {{{html}}} {{#items}}{{{summary}}}{{/items}}</p>
      |                                                          ^~~~~~~
  hint: Write {{summary}}. "accord help templates" says which values are markup.
templates/footer.mustache:2:92: warning: "." is text and no markup: unescaped, browsers take what stands in it for HTML [template-raw]
    2 | <p>{{#summary}}{{{summary}}}{{/summary}}{{#references}}{{{.}}}{{/references}}{{#pieces}}{{{.}}}{{/pieces}}</p>
      |                                                                                            ^
  hint: Write {{.}}. "accord help templates" says which values are markup.
WANT
: >log
"$accord" build --color never --output raw 2>got >/dev/null || echo "it does not build" >>log
sed -n '/^templates/,$p' got | sed '$d' | diff want - >>log
clean "what is printed unescaped and is no markup is told" log
: >log
check_says
clean "what is printed unescaped and is no markup is told by check, too" log
rm templates/footer.mustache

# What has no effect is told; every kind of page can have a template, and is no such thing.
mkdir -p templates/assets
printf '%s\n' '{{<shipped/layout}}' '{{$bnad}}<p>x</p>{{/bnad}}' '{{/shipped/layout}}' \
    >templates/layout.mustache
echo '<p>{{publisher}}</p>' >templates/fooetr.mustache
echo '/* url(no.svg) */ body{background:url(own.svg),url(data:x),url(onw.svg)}' \
    >templates/assets/site.css
echo '<svg xmlns="http://www.w3.org/2000/svg"/>' >templates/assets/own.svg
cat >want <<'WANT'
templates/assets/site.css:1:64: warning: there is no asset "onw.svg" [template-unknown-asset]
    1 | /* url(no.svg) */ body{background:url(own.svg),url(data:x),url(onw.svg)}
      |                                                                ^~~~~~~
  hint: did you mean "own.svg"? Put it into assets/ of the templates: .css .js .svg .png .ico .woff2.
templates/fooetr.mustache: warning: nothing uses this template: no kind of page is "fooetr", and no template names it [template-unused]
  hint: did you mean "footer"? Rename or delete it; templates/README.md lists the names.
templates/layout.mustache:2:4: warning: "shipped/layout" has no block "bnad", so this is shown nowhere [template-unknown-block]
    2 | {{$bnad}}<p>x</p>{{/bnad}}
      |    ^~~~
  hint: did you mean "band"? templates/README.md lists the blocks of each template.
WANT
: >log
"$accord" build --color never --output idle 2>got >/dev/null || echo "it does not build" >>log
sed -n '/^templates/,$p' got | sed '$d' | diff want - >>log
clean "what has no effect is told" log
: >log
check_says
clean "what has no effect is told by check, too" log
rm -r templates/assets templates/*.mustache
grep -ho '<body class="[a-z]*"' -r shipped/site --include=index.html | sort -u |
    sed 's/.*"\(.*\)"/\1/' >kinds
while read -r kind; do
    [ -e "$root/templates/$kind.mustache" ] || echo '{{<page}}{{/page}}' >"templates/$kind.mustache"
done <kinds
: >log
"$accord" build --color never --output kinds.out 2>got >/dev/null
grep '^templates/' got >>log
[ "$(wc -l <kinds)" -gt 8 ] || echo "too few kinds of pages" >>log
clean "a template for each kind of page has an effect" log
rm templates/*.mustache

printf '<p>\377\n' >templates/footer.mustache
: >log
"$accord" build --color never --output utf16 2>got >/dev/null && echo "it builds" >>log
grep ': error: ' got | sed '/^templates\/footer.mustache:.*\[bad-utf8\]$/d' >>log
grep -q 'bad-utf8' got || echo "bad-utf8 is not told" >>log
clean "one that cannot be read is the only one blamed" log
rm templates/footer.mustache

# What no page comes by is told as well: a partial that is not there, or that leads back to itself.
echo '{{#robots}}{{#items}}{{>fooetr}}{{/items}}{{/robots}}' >templates/footer.mustache
echo '<p>{{>turns}}</p>' >templates/round.mustache
echo '{{>round}}' >templates/turns.mustache
cat >want <<'WANT'
templates/footer.mustache:1:25: error: unknown partial "fooetr" [template-unknown-partial]
    1 | {{#robots}}{{#items}}{{>fooetr}}{{/items}}{{/robots}}
      |                         ^~~~~~
  hint: did you mean "footer"? A partial is a file of the templates: correct the name, or put fooetr.mustache there.
templates/round.mustache:1:7: error: partials nest deeper than 200 levels here [template-recursion]
    1 | <p>{{>turns}}</p>
      |       ^~~~~
  hint: A partial that uses itself must do so inside a section that ends.
templates/turns.mustache:1:4: error: partials nest deeper than 200 levels here [template-recursion]
    1 | {{>round}}
      |    ^~~~~
  hint: A partial that uses itself must do so inside a section that ends.
WANT
: >log
check_says
clean "check follows partials" log
"$accord" build --color never --output partials 2>got >/dev/null && echo "it builds" >>log
sed -n '/^templates/,$p' got | sed '$d' | diff want - >>log
clean "and build says the same" log
rm templates/*.mustache

# The table of values: what is in it is made (what is not cannot be: it has no number), as a member of
# a shape or by its name; the guide shows it.
"$accord" help templates >table
sed -n 's/^| `\([a-z_]*\)` .*/\1/p' table | sort -u >listed
: >log
while read -r name; do
    grep -q "^MEMBER([a-z_]*, [A-Z]*, $name)$" "$root/generator/site/shape_codes.h" ||
        grep -q "\"$name\"" "$root"/generator/site/[!t]*.c || echo "$name" >>log
done <listed
[ "$(wc -l <listed)" -gt 150 ] || echo "the table is too short" >>log
clean "each value in the table is made" log
sed -n '/^<!-- values -->$/,/^<!-- \/values -->$/p' "$root/templates/README.md" | sed '1d;$d' |
    diff - table >log
clean "templates/README.md shows the table: accord help templates" log

# Parts of a page that are not there leave no frame behind.
page=site/en/documents/yearly/index.html
"$accord" build --quiet --output boxed >log 2>&1
grep -q '<div class="box">' "boxed/$page" || echo "a document with a summary has no box" >>log
sed -i '/^summary:/,/^cites:/{/^cites:/!d}' content/documents/yearly/document.yaml
"$accord" build --quiet --output bare >>log 2>&1
grep -n '<div class="box">' "bare/$page" >>log
clean "a document without summary, action and references has no box for them" log

for command in build check; do
    if "$accord" $command --quiet --templates nowhere >said 2>&1; then
        echo "a missing folder is fine for $command" >>log
    else
        sed '/^accord: there is no folder "nowhere"/d' said >>log
    fi
done
clean "a folder that is named must be there" log
