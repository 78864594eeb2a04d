#!/bin/sh
# explain.sh OBJ - accord explain: each step of a figure redone with exact fractions, the sum, the
# languages, what is internal, wrong use.
obj=${1:?usage: explain.sh build/KIND}
suite=explain
. "$(dirname "$0")/../tools/cli.sh"
content=$root/content

explain() {
    "$accord" explain --content "$content" "$@" >out 2>err
    status=$?
}

# expect NAME STATUS FILE TEXT
expect() {
    if [ "$status" -ne "$2" ]; then
        fail "$1" "exit $status instead of $2"
    else
        says "$3" "$1" "$4"
    fi
}

/usr/bin/python3 "$root/tests/outside/explain_check.py" "$accord" "$content" ||
    fail "explain_check.py" "it ended with an error"

explain 2024.contributions.total.millions
expect "the form asked for comes first" 0 out "2024.contributions.total.millions = 33.8"
expect "what rounding took" 0 out "33.79348407 ≈ 33.8"
expect "the sum ends the table" 0 out "Sum"
explain --lang es 2024.contributions.partners.percent
expect "in Spanish" 0 out "2024.contributions.partners.percent = 92"
explain --lang zh 2024.regions.AFR.contributions
expect "a rate with its day" 0 out "0.922 (2024年2月1日)"
# Wide letters fill two cells: in each line the rule's first gap is a gap.
awk '/^--/ { n = length($1) } END { exit n == 0 }' out || status=9
expect "a table in Chinese" 0 out "bdt-2024-005"
explain 2024.agreements.count 2024.partners.count
expect "several figures" 0 out "2024.partners.count = 73"
clean "without warnings that nobody asked for" err
explain 2024.agreements.count 2024.agreement.count
expect "an unknown figure" 2 err 'did you mean "2024.agreements.count"?'
expect "the known one beside it" 2 out "2024.agreements.count = 89"
explain
expect "no figure" 2 err "name the figure to explain"
explain --csv 2024.agreements.count 2024.partners.count
expect "two figures as CSV" 2 err "name one figure"

# A partner of internal agreements only is named in the internal profile alone.
cp -R "$content" content
chmod -R u+w content
cat >content/partners/sample-hidden-01.yaml <<'Y'
id: sample-hidden-01
name: Sample hidden company 01
type: private-sector
sample: true
Y
cat >content/agreements/2024/bdt-2024-999.yaml <<'Y'
id: bdt-2024-999
title: Sample secret
kind: voluntary-contribution
signed: 2024-03-01
partners: [sample-hidden-01]
contributions:
  - {from: sample-hidden-01, amount: 100.00, currency: USD}
publish: internal
sample: true
Y
content=$work/content
# As long as it is the only one, what figures are made of tells what it is worth.
for how in "" --csv; do
    # shellcheck disable=SC2086  # no word or one
    explain $how 2024.contributions.partners
    expect "a figure that tells of one agreement is not explained: ${how:-as text}" 1 err \
        '"bdt-2024-999" is internal, but readers could work out what it is worth'
    clean "and nothing is printed: ${how:-as text}" out
done
explain --profile internal 2024.contributions.partners
expect "save in the internal profile" 0 out "bdt-2024-999"
sed 's/01$/02/' "$content/partners/sample-hidden-01.yaml" >"$content/partners/sample-hidden-02.yaml"
sed 's/hidden-01/hidden-02/; s/^id: .*/id: bdt-2024-998/; s/100.00/200.00/' \
    "$content/agreements/2024/bdt-2024-999.yaml" >"$content/agreements/2024/bdt-2024-998.yaml"
explain 2024.partners.sample-hidden-01.contributions
expect "a partner who may not be named" 2 err "--profile internal"
explain 2024.contributions.total
grep -i -e secret -e hidden -e bdt-2024-99 out >named
clean "what is internal counts without a name" named
explain --profile internal 2024.contributions.total
expect "the internal profile names it" 0 out "bdt-2024-999"
