#!/bin/sh
# figures.sh OBJ - accord figures on the shipped content: languages, forms, JSON, exit codes.
obj=${1:?usage: figures.sh build/KIND}
suite=figures
. "$(dirname "$0")/../tools/cli.sh"
content=$root/content

# figures ARGUMENT... - leaves out, err and status
figures() {
    "$accord" figures --quiet --content "$content" "$@" >out 2>err
    status=$?
}

# expect NAME STATUS TEXT - the status, and TEXT within standard output
expect() {
    if [ "$status" -ne "$2" ]; then
        fail "$1" "exit $status instead of $2"
    else
        says out "$1" "$3"
    fi
}

id=2024.contributions.total
figures $id.millions
expect "a form in English" 0 "$id.millions  33.8"
figures --lang es $id.millions
expect "a form in Spanish" 0 "$id.millions  33,8"
figures 2024.agreements.count 2024.contributions.itu.percent
expect "several ids in columns" 0 "2024.agreements.count           89"
figures
expect "all figures" 0 "2024.partners.membership.member-state.count"

figures 2024.agreement.count 2024.partners.count
expect "an unknown id beside a known one" 2 "2024.partners.count  73"
mv err out
expect "what it may have meant" 2 'did you mean "2024.agreements.count"?'
figures --lang fr $id.millions
expect "a language the site has not" 0 "$id.millions  33,8"
figures --lang tlh 2024.agreements.count
mv err out
expect "a language nobody has" 2 'one of en fr es ar zh ru'

# Numbers in JSON keep their digits; trails sum to the figure, in cents.
figures --json $id
jq -e '.[0] | .forms.millions == 33.8 and .unit == "usd" and .period == "2024" and
    (([.trail[].usd * 100 | round] | add) == (.value * 100 | round))' out >seen
status=$?
mv seen out
expect "JSON of money" 0 true
figures --json 2024.regions.unassigned.count 2022.partners.top10.contributions
jq -e '(.[0].exact | test("^[0-9]+$")) and .[1].value == null and .[1].trail == []' \
    out >seen
status=$?
mv seen out
expect "JSON of counts and of what is not known" 0 true
figures --json
jq -e 'length > 100 and all(.[]; .id and .trail and .text)' out >seen
status=$?
mv seen out
expect "JSON of all figures" 0 true

# What is internal is named in the internal profile only: a partner that signs nothing else has no
# figure, and an agreement is no step of its own.  Steps of one partner alone are refused.
cp -R "$content" secret
sed -n '/^type:/p; /^country:/p; /^sample:/p; s/^id: .*/id: secretpa\nname: {en: Hush trust}/p' \
    "$content/partners/unicef.yaml" >secret/partners/secretpa.yaml
for n in 1 2; do
    printf '%s\n' "id: secret-00$n" "title: {en: Hush study $n}" 'kind: voluntary-contribution' \
        'signed: 2024-12-31' 'partners: [secretpa]' 'contributions:' \
        "  - {from: secretpa, amount: 7111$n.00, currency: USD}" 'publish: internal' 'sample: true' \
        >secret/agreements/2024/secret-00$n.yaml
done
# in_secret ARGUMENT... - out has what it prints and says
in_secret() {
    "$accord" figures --content secret "$@" >out 2>err
    status=$?
    cat err >>out
}
# unnamed NAME - neither the partner nor its agreements are in out
unnamed() {
    grep -o '.\{0,20\}\(secret-\|secretp\|Hush\).\{0,20\}' out >named
    clean "$1" named
}
hidden=2024.partners.secretpa.contributions
for how in "" --json "--json 2024.contributions.partners" 2024.agreements.count; do
    # shellcheck disable=SC2086  # words
    in_secret $how
    expect "figures that tell what one partner gives are refused: ${how:-all}" 1 \
        '"secret-001" is internal, but readers could work out what it is worth'
    grep '142223\|142,223\|2024\.agreements\.count  ' out >told
    clean "and nothing is printed: ${how:-all}" told
done
in_secret --profile internal 2024.contributions.partners
expect "save in the internal profile" 0 "2024.contributions.partners  "
sed 's/^id: .*/id: secretpb/' secret/partners/secretpa.yaml >secret/partners/secretpb.yaml
sed 's/secretpa/secretpb/; s/secret-002/secret-003/; s/71112/81113/' \
    secret/agreements/2024/secret-002.yaml >secret/agreements/2024/secret-003.yaml
in_secret
expect "all figures beside internal ones" 0 "2024.partners.unicef.contributions"
unnamed "none names an internal partner"
in_secret --json
mv out all
jq -e '[.[] | select(.id == "2024.contributions.total" or .id == "2024.agreements.count")] | length == 2 and
    all(.[]; [.trail[] | select(.internal)] | length == 1 and .[0].internal >= 2) and
    ([.[] | select(.unit == "usd")][0] |
        ([.trail[].usd * 100 | round] | add) == (.value * 100 | round)) and
    ([.[] | select(.unit == "count")][0] | ([.trail[].weight | tonumber] | add) == .value)' \
    all >out
status=$?
expect "internal steps of a trail are one, and it still sums" 0 true
mv all out
unnamed "JSON of all names neither partner nor agreement"
for form in "" .usd .millions2 .percent; do
    in_secret 2024.partners.count $hidden$form
    expect "a figure of an internal partner is refused: ${form:-bare}" 2 \
        "\"$hidden$form\" would name a partner whose agreements are internal"
    in_secret --json $hidden$form
    expect "as JSON, too: ${form:-bare}" 2 "would name a partner whose agreements are internal"
    grep 142223 out >told
    clean "and its value is not told: ${form:-bare}" told
done
in_secret --profile internal $hidden
expect "the internal profile prints it" 0 "$hidden  142,223.00"
in_secret --profile internal --json $hidden
expect "and names its agreements" 0 '"agreement": "secret-002", "partner": "secretpa"'
rm -r secret

# All that both papers printed is held, a line each: 38 numbers and 39 counts without their places
# of the paper of 2019, 22 numbers and 10 ranks of that of 2025.
"$accord" check --verbose --content "$content" >out 2>err
status=$?
expect "printed figures are listed with what is computed" 0 \
    ': held: 2018.contributions.total.millions: printed 10.9, computed 10.9 ('
printed=$(grep -c ': printed .*, computed ' out)
expect "all printed figures are held" 0 "$printed of $printed printed figures held"
[ "$printed" -ge 109 ] || fail "both papers printed more" "than $printed figures"
for id in 2018.agreements.count 2015-2018.addenda.count 2015.regions.EUR.count \
    "2018.priorities, count 10 of 10" 2024.contributions.partners.percent \
    "2024.partners, rank 10"; do
    expect "a printed figure that is held: $id" 0 ": held: $id: printed"
done

# Tables that both papers print, to the digit: rows by region, their sums, and the top ten.
id_sums() {
    figures "$@"
    awk '{ printf "%s%s", sep, $2; sep = " " }' out >line
    mv line out
}
regions="AFR AMS ARB ASP CIS EUR GLO"
id_sums 2015.agreements.count 2016.agreements.count 2017.agreements.count 2018.agreements.count \
    2015-2018.agreements.count
expect "agreements of 2015 to 2018 and their sum" 0 "68 29 60 43 200"
# shellcheck disable=SC2046,SC2086
id_sums $(printf '2015.regions.%s.count ' $regions)
expect "regions of 2015" 0 "16.5 9 7 15 3 7.5 10"
# shellcheck disable=SC2046,SC2086
id_sums $(printf '2015-2018.regions.%s.count ' $regions)
expect "regions of 2015 to 2018" 0 "28.5 26 16 32 6 12.5 79"
id_sums 2015.priorities.area-capacity-building.count
expect "capacity building of 2015" 0 "34"
figures --lang es 2015.regions.AFR.count
expect "halves in Spanish" 0 "2015.regions.AFR.count  16,5"
figures --lang en 2015.regions.EUR.count
expect "halves in English" 0 "2015.regions.EUR.count  7.5"
figures --lang ar 2015.regions.AFR.count
expect "halves in Arabic, with Western digits" 0 "2015.regions.AFR.count  16.5"
id_sums $(for p in european-union unicef undrr giz wmo australia-ditrdca uk-fcdo colombia-mintic \
    eygs korea-msit; do echo "2024.partners.$p.contributions.millions2"; done)
expect "the top ten of 2024" 0 "19.82 1.82 1.75 1.09 0.96 0.65 0.56 0.43 0.41 0.37"
id_sums 2024.partners.top10.contributions.millions2 2024.partners.other.contributions.millions2
expect "their sum, and that of the other 23" 0 "27.86 3.24"
id_sums 2024.contributions.partners.percent 2024.contributions.itu.percent
expect "shares of partners and of ITU" 0 "92% 8%"

# What was printed is noticed when a record changes by the last digit, and a row that lacks a value
# is no other row.
cp -R "$content" content
sed -i 's/{from: unicef, amount: 1100000.00/{from: unicef, amount: 1110000.00/' \
    content/agreements/2024/bdt-2024-033.yaml
"$accord" check --color never --content content >/dev/null 2>out
status=$?
expect "an amount that differs by 0.01 million" 0 \
    "contributions.millions2 was printed as 1.82; today's records give 1.83"
cp "$content/agreements/2024/bdt-2024-033.yaml" content/agreements/2024/
printed=content/published/tdag19-partnerships.yaml
sed -i 's/^unplaced:/  2016.priorities: [3, 3, 1, 1, 2, 2, 9, 5, 1, 2]\n&/' "$printed"
"$accord" check --color never --content content >/dev/null 2>out
status=$?
expect "ten values for eleven categories" 1 "2016.priorities: 11 categories, 10 values"
sed -i 's/^  2016.priorities: .3, 3, .*9, 5, 1, 2]$/  2016.priorities: [3, 3, 1, 1, 2, 2, 9, 5, 0, 1, 2]/
    /^unplaced:/,$s/^  2016.priorities.*//' "$printed"
"$accord" check --verbose --content content >out 2>&1
status=$?
expect "eleven values for eleven categories" 0 \
    ": held: 2016.priorities.area-statistics.count: printed 2, computed 2"
"$accord" figures --quiet --content none >out 2>&1
status=$?
expect "a folder that is not there" 3 'there is no folder'
