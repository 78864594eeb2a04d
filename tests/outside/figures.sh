#!/bin/sh
# figures.sh OBJ - accord figures on the shipped content: languages, forms, JSON, exit codes.
obj=${1:?usage: figures.sh build/KIND}
accord=$obj/accord
content=$(cd "$(dirname "$0")/../../content" && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# figures ARGUMENT... - leaves out, err and status
figures() {
    "$accord" figures --quiet --content "$content" "$@" >"$work/out" 2>"$work/err"
    status=$?
}

# expect NAME STATUS TEXT - the status, and TEXT within standard output
expect() {
    if [ "$status" -ne "$2" ]; then
        echo "not ok $1: exit $status instead of $2"
        cat "$work/err"
    elif ! grep -qF -e "$3" "$work/out"; then
        echo "not ok $1: \"$3\" is missing"
        cat "$work/out"
    else
        echo "ok $1"
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
mv "$work/err" "$work/out"
expect "what it may have meant" 2 'did you mean "2024.agreements.count"?'
figures --lang fr $id.millions
expect "a language the site has not" 0 "$id.millions  33,8"
figures --lang tlh 2024.agreements.count
mv "$work/err" "$work/out"
expect "a language nobody has" 2 'one of en fr es ar zh ru'

# Numbers in JSON keep their digits; trails sum to the figure, in cents.
figures --json $id
jq -e '.[0] | .forms.millions == 33.8 and .unit == "usd" and .period == "2024" and
    (([.trail[].usd * 100 | round] | add) == (.value * 100 | round))' "$work/out" >"$work/jq"
status=$?
mv "$work/jq" "$work/out"
expect "JSON of money" 0 true
figures --json 2024.regions.unassigned.count 2022.partners.top10.contributions
jq -e '(.[0].exact | test("^[0-9]+$")) and .[1].value == null and .[1].trail == []' \
    "$work/out" >"$work/jq"
status=$?
mv "$work/jq" "$work/out"
expect "JSON of counts and of what is not known" 0 true
figures --json
jq -e 'length > 100 and all(.[]; .id and .trail and .text)' "$work/out" >"$work/jq"
status=$?
mv "$work/jq" "$work/out"
expect "JSON of all figures" 0 true

# All that both papers printed is held, a line each: 38 numbers and 39 counts without their places
# of the paper of 2019, 22 numbers and 10 ranks of that of 2025.
"$accord" check --verbose --content "$content" >"$work/out" 2>"$work/err"
status=$?
expect "printed figures are listed with what is computed" 0 \
    ': held: 2018.contributions.total.millions: printed 10.9, computed 10.9 ('
printed=$(grep -c ': printed .*, computed ' "$work/out")
expect "all printed figures are held" 0 "$printed of $printed printed figures held"
if [ "$printed" -lt 109 ]; then
    echo "not ok both papers printed more than $printed figures"
fi
for id in 2018.agreements.count 2015-2018.addenda.count 2015.regions.EUR.count \
    "2018.priorities, count 10 of 10" 2024.contributions.partners.percent \
    "2024.partners, rank 10"; do
    expect "a printed figure that is held: $id" 0 ": held: $id: printed"
done
"$accord" figures --quiet --content "$work/none" >"$work/out" 2>&1
status=$?
expect "a folder that is not there" 3 'there is no folder'
