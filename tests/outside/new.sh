#!/bin/sh
# new.sh OBJ - accord new: what it makes builds at once, beside the content as it was.
obj=${1:?usage: new.sh build/KIND}
suite=new
. "$(dirname "$0")/../tools/cli.sh"
cp -R "$root/content" content

accord 2 "what it can make is said" new editon 2025
says err "with the nearest" 'did you mean "edition"?'
accord 2 "an edition wants a year" new edition
accord 2 "which is one" new edition 20255
accord 2 "one of agreements, too" new edition 2200
says err "as no date could be of another" 'wants a year from 1865 to 2199, not "2200"'
accord 2 "one that is there is refused" new edition 2024
accord 2 "and one before the last" new edition 2019
says err "as what it is" '2019 is before the last edition, 2024 ('

before=$(sums content)
accord 0 "a dry run says what would be written" new edition 2025 --dry-run
says out "file by file" 'would write content/documents/tdag26-partnerships/ar/03-results.md'
same "and writes nothing" "$before" "$(sums content)"
mkdir -p content/documents/tdag26-inf-1/en content/documents/tdag26-inf-1/en
cp content/documents/tdag25-inf-1/en/01-introduction.md content/documents/tdag26-inf-1/en
"$accord" new edition 2025 --content content --quiet >out 2>err
if [ -e content/agreements/2025 ] || [ -e content/documents/tdag26-partnerships ]; then
    fail "all is written or nothing" "$(ls content/documents)"
else
    ok "all is written or nothing"
fi
rm -r content/documents/tdag26-inf-1

accord 0 "an edition is made" new edition 2025
says out "and says what is next" 'content/rates/: the exchange rates of 2025'
cover=content/documents/tdag26-partnerships/document.yaml
says $cover "with its own years" 'years: 2025'
says $cover "and number" 'number: "TDAG26/{number}-{letter}"'
says content/documents/tdag26-inf-1/zh/01-introduction.md "papers cite each other" \
    '{{doc.tdag26-partnerships}}'
same "what was there stays" "$before" \
    "$(sums content | grep -v -e /agreements/2025/ -e /documents/tdag26-)"
if [ -e content/history/2024.yaml ] || [ -e content/published/tdag26-partnerships.yaml ]; then
    fail "nothing is made up" "of years that are on file"
else
    ok "nothing is made up"
fi
accord 0 "without an agreement it checks" check
accord 0 "and builds" build --output output --lang en,ar
says output/site/en/documents/tdag26-partnerships/index.html "with figures that are nothing" \
    'href="../../figures/2025.agreements.count/index.html">0</a>'
says output/site/en/figures/2025.agreements.count/index.html "which have their pages" \
    'New agreements signed in 2025'
says output/site/en/index.html "the home page stays with the year before" '2024 in figures'
sed 's/bdt-2024-001/bdt-2025-001/; s/^signed: 2024/signed: 2025/; s/^in_force: .*/in_force: 2025-12-01/;
    s/^ends: .*/ends: 2029-12-31/' \
    content/agreements/2024/bdt-2024-001.yaml >content/agreements/2025/bdt-2025-001.yaml
accord 0 "with one it builds, too" build --output output --lang en
says output/site/en/documents/tdag26-partnerships/index.html "and counts" \
    'href="../../figures/2025.agreements.count/index.html">1</a>'

# A year between of which nothing is on file, save what a paper printed.
accord 0 "two years on" new edition 2027
says content/history/2026.yaml "a history of the year between" 'year: 2026'
says content/history/2026.yaml "without figures of other years" '# contributions.total: …'
accord 0 "builds as well" build --output output --lang en --document tdag28-partnerships
