#!/bin/sh
# renamed.sh OBJ - records that were renamed: their former addresses lead on, in every language, and
# nothing else does; what was printed under a former id still holds.
obj=${1:?usage: renamed.sh build/KIND}
suite=renamed
. "$(dirname "$0")/../tools/cli.sh"

cp -R "$root/tests/golden/small/content" content
cp -R "$root/content/strings" content/strings

# before FILE ID - the record had this id before
before() {
    sed -i "s/^id: .*/&\nformer_ids: [$2]/" "content/$1"
}

accord 0 "before any is renamed" build --output before
before partners/sample-ministry-01.yaml former-ministry
before agreements/2024/bdt-2024-001.yaml bdt-2024-0001
before agreements/2024/bdt-2024-006.yaml bdt-2024-0006
before documents/yearly/document.yaml annual
sed -i 's/^publish: .*//; $a publish: internal' content/agreements/2024/bdt-2024-006.yaml
story=$(ls content/stories | head -1)
for f in content/stories/"$story"/*.md; do
    sed -i '0,/^title:/s//former_ids: [former-story]\ntitle:/' "$f"
done
opportunity=$(basename "$(ls content/opportunities/*.yaml | head -1)" .yaml)
before "opportunities/$opportunity.yaml" former-offer
sed -i 's/sample-ministry-01/former-ministry/' content/published/*.yaml

accord 0 "a site of renamed records" build --output output
site=output/site

# leads LANG FROM TO - the page at FROM leads to the page at TO, which is there
leads() {
    page=$site/$1/$2/index.html
    if [ ! -f "$page" ]; then
        fail "$1/$2" "there is no page"
        return
    fi
    href=$(sed -n 's/.*http-equiv="refresh" content="0; url=\([^"]*\)".*/\1/p' "$page")
    there=$(cd "$(dirname "$page")" && cd "$(dirname "$href")" && pwd)
    if [ "$there/index.html" -ef "$site/$1/$3/index.html" ] && grep -q "<a href=\"$href\"" "$page" &&
        grep -q 'name="robots" content="noindex"' "$page" && ! grep -q '<script' "$page" &&
        grep -q "rel=\"canonical\" href=\"[^\"]*/$1/$3/\"" "$page"; then
        ok "$1/$2 leads to $3"
    else
        fail "$1/$2" "it leads to $href"
    fi
}
for lang in en es; do
    leads $lang partners/former-ministry partners/sample-ministry-01
    leads $lang agreements/bdt-2024-0001 agreements/bdt-2024-001
    leads $lang documents/annual documents/yearly
    leads $lang opportunities/former-offer "opportunities/$opportunity"
    leads $lang figures/2024.partners.former-ministry.contributions \
        figures/2024.partners.sample-ministry-01.contributions
done
leads en stories/former-story "stories/$story"
if cmp -s $site/en/figures/2024.partners.former-ministry.contributions/records.csv \
    $site/en/figures/2024.partners.sample-ministry-01.contributions/records.csv; then
    ok "the rows behind a figure stay where they were"
else
    fail "the rows behind a figure stay where they were" "they are others"
fi
if [ -d $site/en/agreements/bdt-2024-0006 ]; then
    fail "nothing leads to what is internal" "agreements/bdt-2024-0006"
else
    ok "nothing leads to what is internal"
fi
grep -rlE 'former-ministry|bdt-2024-0001|annual/|former-story|former-offer' $site |
    grep -vE '/(former-ministry|bdt-2024-0001|annual|former-story|former-offer|2024.partners.former-ministry.contributions)/' >named
same "no list, search, file or map names a former id" "" "$(cat named)"
(cd $site && find . -name index.html -path '*former*' | wc -l) >count
(cd output && find . -type f | sed 's/[0-9a-f]\{8\}\././' | sort) >now
(cd before && find . -type f | sed 's/[0-9a-f]\{8\}\././' | sort) >then
grep -vE 'agreements/bdt-2024-006|former|bdt-2024-0001|/annual/' now >rest
grep -v 'agreements/bdt-2024-006' then | diff - rest >changed
same "no other page comes or goes" "" "$(cat changed)"
accord 0 "what was printed under a former id is compared" check --verbose
if grep -q '2024.partners.former-ministry' out err; then
    fail "under its present one" "$(grep former-ministry out err | head -1)"
else
    ok "under its present one"
fi
