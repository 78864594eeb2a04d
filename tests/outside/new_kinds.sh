#!/bin/sh
# new_kinds.sh OBJ - accord new of single records: from options and from answers on a terminal; what
# it writes passes check and builds at once, and nothing wrong is ever written.
obj=${1:?usage: new_kinds.sh build/KIND}
suite=new_kinds
. "$(dirname "$0")/../tools/cli.sh"
cp -R "$root/content" content

# answers STATUS NAME KIND ANSWER... - on a terminal
answers() {
    want=$1 name=$2 kind=$3
    shift 3
    python3 "$root/tests/tools/answer.py" "$accord new $kind --content content --color never" "$@" >out 2>err
    status=$?
    [ "$status" -eq "$want" ] && ok "$name" || fail "$name" "exit $status instead of $want"
}

# --- usage ---
before=$(sums content)
accord 2 "all that is missing is named at once" new agreement --title Schools
says err "first one" '--kind'
says err "and another" '--partner'
accord 2 "an addendum has to say of what" new agreement --title A --kind addendum --signed 2025-01-02 --partner unicef
says err "by name" '--amends'
accord 2 "what a kind does not have is refused" new partner --name A --type ngo --signed 2025-01-02
says err "with what it has" 'which has: --name --short'
accord 2 "an unknown partner is refused" new agreement --title A --kind mou --signed 2025-01-02 --partner unicfe
says err "with the nearest" 'did you mean "unicef"?'
accord 2 "part of a name that many have" new agreement --title A --kind mou --signed 2025-01-02 --partner 'sample uni'
says err "lists them" '  sample-university-01 '
accord 2 "an amount with blanks is not guessed" new agreement --title A --kind mou --signed 2025-01-02 \
    --partner unicef --amount '100 000 USD'
says err "but explained" 'write amounts without spaces'
accord 2 "ids are no paths" new partner ../evil --name A --type ngo
accord 2 "two ids are one too many" new partner one two --name A --type ngo
accord 0 "a kind has its own help" new agreement --help
says out "from the tables of fields" '--terminated YYYY-MM-DD'

# --- nothing wrong is written ---
accord 1 "a day that does not exist" new agreement --title A --kind mou --signed 2025-02-30 --partner unicef
says err "is told where it would stand" 'content/agreements/2025/bdt-2025-001.yaml:11:9: error: '
accord 1 "a currency without a rate" new agreement --title A --kind mou --signed 2025-02-20 --partner unicef \
    --amount '100 MNT'
accord 1 "a partner that is there" new partner unicef --name A --type ngo
for name in "United Nations Children's Fund" 'united  nations children`s FUND' 'Fonds des Nations unies pour l´enfance' \
    UNICEF; do
    accord 2 "a partner on file by another typing: $name" new partner --name "$name" --type ngo
    says err "is named" 'is on file as "unicef"'
done
accord 0 "who means another says so" new partner --name "United Nations Children's Fund" --type ngo --same-name \
    --dry-run
says out "and gets an id of its own" 'would write content/partners/united-nations-childrens-fund.yaml'
long=$(printf 'a%.0s' $(seq 196))
for kind in "agreement $long --kind mou --signed 2025-02-20 --partner unicef --title A" "partner $long --type ngo --name A" \
    "page ${long}bcdef --title A" "story ${long}bcdef --title A --date 2025-02-20"; do
    # shellcheck disable=SC2086  # a list of words
    accord 1 "an id that no name of a file has room for: ${kind%% *}" new $kind
    says err "is told before it is written" 'it is longer than 200 bytes [bad-file-name]'
done
accord 0 "one letter less is" new partner "${long%a}" --type ngo --name A --dry-run
accord 1 "another partner's money" new agreement --title A --kind mou --signed 2025-02-20 --partner unicef \
    --contribution 'giz 100 USD'
accord 0 "a dry run" new partner --name A --type ngo --dry-run
same "and after all that nothing has changed" "$before" "$(sums content)"

# --- every kind ---
accord 0 "an agreement" new agreement --title 'Schools: "all" of #1 \ them' --title.ar 'مدارس: الكل' \
    --partner unicef --signed 2024-12-30 --kind 'memorandum' --contribution '100000 USD' \
    --contribution 'itu 20000.50 USD' --regions AFR=60,EUR=40 --country KE,NO --sdgs 4 --sdgs 9 \
    --objective 'First line.

- a list: with "quotes"'
file=content/agreements/2024/bdt-2024-098.yaml
says out "has the next free number" $file
says $file "begins with the line for editors" '# yaml-language-server: $schema=../../.schema/agreement.json'
says $file "says who gives" '  - {from: unicef, amount: 100000, currency: USD}'
says $file "has weights" 'regions: {AFR: 60, EUR: 40}'
says $file "keeps Norway a country" 'countries: [KE, "NO"]'
says $file "names what else can be said" '# terminated: 2026-12-31          # the day it was ended'
accord 0 "a partner" new partner --name 'Министерство связи: №1' --type government --membership member-state --sample
says content/partners/ministerstvo-svazi-no1.yaml "in other letters has an id in ours" 'sample: true'
accord 0 "a partner in Chinese" new partner --name.zh '电信发展局' --name 'Bureau' --type ngo --country NO
accord 0 "a document" new document board-2024 --title 'Report: 2024' --years 2024 --group 'The board' \
    --source 'The director' --languages en,ar,zh
accord 0 "a document of a year that nothing is known of" new document --title 'Plans' --years 2031 \
    --group 'The board' --source 'The director'
accord 0 "a page" new page --title 'Contact: us # 1'
accord 0 "in another language" new page contact-us-1 --title 'Contact : nous' --lang fr
accord 0 "a text for a page of the site" new page regions/EUR --title 'Europe'
accord 0 "a story" new story schools --title 'Schools: "online"' --date 2024-12-31 --agreement bdt-2024-098
accord 0 "tells its day once" new story schools --title 'Les écoles' --lang fr
accord 1 "what is there is never overwritten" new story schools --title 'Again' --lang fr
accord 0 "an opportunity" new opportunity --title 'Forum 2026' --summary 'A forum.' --price '10000-25000 CHF' \
    --closes 2026-12-31 --contact 'Partnerships p@example.org' --benefit 'A stand' --benefit 'A mention'
says content/opportunities/forum-2026.yaml "with its price" 'price: {amount: 10000, up_to: 25000, currency: CHF}'
accord 0 "an addendum" new agreement --title 'More schools' --kind addendum --amends bdt-2024-098 \
    --partner unicef --signed 2025-02-03 --amount '-500 USD'
says content/agreements/2025/bdt-2025-001.yaml "takes money back" 'amount: -500'
accord 0 "all of it passes check" check
accord 0 "and builds" build --output output --lang en,ar
says output/site/en/agreements/bdt-2024-098/index.html "texts come out as they went in" \
    'Schools: &quot;all&quot; of #1 \ them'
says output/site/ar/agreements/bdt-2024-098/index.html "in each language" 'مدارس: الكل'
says output/site/en/documents/board-2024/index.html "the document has figures" '2024.contributions.total/'

# Every remark of a file, as if it were wanted: there is no unknown key and no YAML that cannot be read.
for file in content/agreements/2024/bdt-2024-098.yaml content/partners/bureau.yaml \
    content/opportunities/forum-2026.yaml content/documents/board-2024/document.yaml; do
    cp "$file" kept
    sed 's/^# \([a-z_]*:\)/\1/; s/^#   - /  - /' kept >"$file"
    "$accord" check --content content --templates "$root/templates" --color never >out 2>err
    if grep -F "$file" err | grep -q -e '\[unknown-key' -e '\[yaml' -e '\[wrong-shape' -e '\[syntax'; then
        fail "remarks of ${file##*/} are right" "$(grep -F "$file" err)"
    else
        ok "remarks of ${file##*/} are right"
    fi
    cp kept "$file"
done

# --- on a terminal ---
before=$(sums content)
answers 2 "the end of the input writes nothing" agreement 'Title' '^D'
says out "and says so" 'Nothing was written.'
answers 130 "nor does Ctrl-C" agreement 'Title' '^C'
same "indeed" "$before" "$(sums content)"
answers 0 "wrong answers are asked again" agreement '' 'Wells' 'xx' 'mou' '2025-02-30' '2025-02-27' 'nobody' 'sample uni' \
    'unicef' '100 000 USD' '100,000 USD' '100000 USD'
says out "for what must be said" 'This has to be answered'
says out "with the terms there are" 'cooperation-agreement '
says out "with the reason" 'February 2025 has 28 days'
says out "with the way to a partner" 'there is no partner "nobody"; its file comes first'
says out "with all that are meant" 'sample-university-02 '
says out "with what is meant" 'did you mean 100000?'
says content/agreements/2025/bdt-2025-002.yaml "and what is right is written" \
    '{from: unicef, amount: 100000, currency: USD}'
answers 0 "an answer that lacks a part is asked again" opportunity 'Forum 2027' 'A forum.' '10000' '25000-10000 CHF' \
    '10000 CHF' '2027-12-31' 'Partnerships'
says out "which is named" 'the key "currency" is missing'
answers 0 "documents are asked for" document '2024-2020' '2024' 'The board' 'The director' 'Report 2'
answers 0 "stories, too" story 'A story: 2' '14/05/2024' '2024-05-14'
says out "with days as they are written" 'did you mean 2024-05-14?'
answers 0 "pages, too" page 'About: us'
answers 0 "an addendum says of what" agreement 'Later' 'addendum' 'nothing like it' 'bdt-2024-098' '2025-02-28' 'unicef' ''
says content/agreements/2025/bdt-2025-003.yaml "by its id" 'amends: bdt-2024-098'
answers 0 "only what is missing is asked" "partner --name 'Sample lake' --sample" 'foundation'
accord 0 "which passes check" check

# --- content of one language ---
sed 's/^languages: .*/languages: [zh]/; s/^default_language: .*/default_language: zh/' \
    "$root/content/site.yaml" >content/site.yaml
rm -r content/documents content/published content/pages content/stories
accord 0 "in one language" new partner lake --name '湖' --type ngo
says content/partners/lake.yaml "a text is one text" 'name: 湖'

# --- a vocabulary without terms ---
sed -i '/^initiatives: /d' content/agreements/*/*.yaml
echo 'initiatives: []' >content/vocabulary/initiatives.yaml
accord 2 "a term of none" new agreement --title.zh '湖' --kind mou --signed 2025-02-20 --partner unicef --initiative lakes
says err "is told without a list" 'there is no term "lakes"; the vocabulary has none of these yet'
