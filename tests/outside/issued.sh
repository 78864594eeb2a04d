#!/bin/sh
# issued.sh OBJ - a paper as its officer lives with it: its figures are recorded when it is issued,
# a record changes, a release refuses that, and a revision with a reason makes it right.
obj=${1:?usage: issued.sh build/KIND}
suite=issued
. "$(dirname "$0")/../tools/cli.sh"

# The small content of the golden tests, as if its records were real.
cp -R "$root/tests/golden/small/content" content
cp -R "$root/content/strings" content/strings
rm -r content/stories content/published content/pages/home content/pages/regions content/documents/yearly/en/02-outlook.md \
    content/documents/yearly/es/02-outlook.md
find content -name '*.yaml' -exec sed -i '/^sample: true/d; /^revision: 2/d; s/, sample: true//' {} +
sed -i 's/,true,/,false,/' content/rates/*.csv
sed -i 's/^title: {en: \(.*\)}/title: {en: \1, es: \1}/' content/agreements/2024/bdt-2024-004.yaml
printf 'source: A report\n' >>content/history/2023.yaml
paper=content/documents/yearly/document.yaml
held=content/published/yearly.yaml

# --- recorded when it is issued ---

accord 2 "freezing wants a document" freeze
accord 2 "one that is none is asked about" freeze yearl
says err "and the nearest is named" 'did you mean "yearly"?'
accord 2 "a day that contradicts the cover is refused" freeze yearly --date 2025-04-02
accord 0 "the figures are recorded" freeze yearly
says $held "those of the text" '2024.agreements.count: 6'
says $held "all forms together" '{millions2: 1.71, usd: 1708739.01}'
says $held "those of tables and charts" '2024.regions.AFR.contributions: {millions2:'
says $held "with the day of issue" 'issued: 2025-04-01'
accord 0 "they all hold" check --verbose
if tail -1 out | awk '{ exit !($1 == $3 && $1 > 10) }'; then
    ok "and are listed"
else
    fail "and are listed" "$(tail -1 out)"
fi
before=$(cat $held)
accord 0 "freezing twice adds nothing" freeze yearly
says out "and says so" 'nothing was written'
same "the file stays" "$before" "$(cat $held)"
sed -i '/2024.agreements.count/d' $held
sed -i 's/^figures:/figures:   # by hand/' $held
accord 0 "what is missing is added" freeze yearly
says $held "below what is there" '2024.agreements.count: 6'
says $held "which stays" 'figures:   # by hand'
accord 0 "a release is made" build --release --output output --lang en,es

# --- a record changes ---

sed -i '/^contributions:/,/^[a-z]*:$/ s/amount: \([0-9]\)/amount: 2\1/' \
    content/agreements/2024/bdt-2024-001.yaml
before=$(sums output content)
accord 0 "drift is a warning" check
says err "with both values" "2024.contributions.total.millions2 was printed as 1.71; today's records give"
says err "and the way to revise it" "\"revisions\" of $paper: {number: 1,"
grep ' was printed as ' err | sed 's/.*warning: \(.*\) was printed as .* give \(.*\) \[.*/      \1: \2/' >new
if grep -q '2024.agreements.count' new; then
    fail "only what depends on the record drifts" "$(cat new)"
else
    ok "only what depends on the record drifts"
fi
accord 1 "check --release refuses it" check --release
accord 1 "so does a release" build --release --output output --lang en,es
accord 1 "and freezing" freeze yearly
same "nothing was written" "$before" "$(sums output content)"

# --- a revision ---

cp $paper paper.yaml
{
    echo 'revisions:'
    echo '  - number: 1'
    echo '    date: 2025-06-02'
    echo '    reason: {en: An amount was wrong., es: Un importe era incorrecto.}'
    echo '    figures:'
    cat new
} >>$paper
accord 0 "a revision is accepted" check --release --lang en
accord 0 "and made" build --release --output output --lang en,es
page=output/site/en/documents/yearly/index.html
says $page "the page lists it" 'Revision 1, 2 June 2025'
says $page "with its reason" '<p>An amount was wrong.</p>'
says $page "and notes what was printed" 'Printed as 1.71 in the document issued on 1 April 2025. Revised: An amount was wrong.'
pdftotext -layout output/documents/yearly.en.pdf text 2>/dev/null
says text "the paper is headed so" 'Revision 1 to'
says text "and has the note" 'Printed as 1.71 in the document issued on 1 April 2025.'
pdftotext -layout output/documents/yearly.es.pdf text 2>/dev/null
says text "in each language" 'El documento publicado el 1 de abril de 2025 indicaba 1,71.'
accord 0 "what was printed first is kept" freeze yearly
says $held "as it was printed" '2024.contributions.total: {millions2: 1.71'

# A ranking, as a whole.
sed -i '/^rankings:/,$d' $held
printf 'rankings:\n  2024.partners: [sample-company-02, sample-ministry-01]\n' >>$held
accord 1 "the order of partners drifts, too" check --release --lang en
order=$(sed -n 's/.*rankings: {2024.partners: \[\(.*\)\]}.*/\1/p' err | head -1)
sed -i "s/^    figures:/    rankings: {2024.partners: [$order]}\n    figures:/" $paper
accord 0 "and is revised" build --release --output output --lang en
says $page "its ranks stand in the list" '>Order of the partners<'

# --- and drifts again ---

sed -i '/^contributions:/,/^[a-z]*:$/ s/amount: \([0-9]\)/amount: 3\1/' \
    content/agreements/2024/bdt-2024-001.yaml
accord 0 "a revision that no longer agrees is drift" check
says err "told at the revision" "$paper:"
says err "as such" 'in revision 1; today'
says err "with the number of the next" '{number: 2,'
accord 1 "and no release" check --release --lang en
sed 's/\(2024.contributions.total.millions2: [0-9.]*\)$/\1%/' $paper >new
cp new $paper
accord 1 "a revised figure is a plain number" check
if [ "$(grep -c 'total.millions2 was revised' err)" -eq 0 ]; then
    ok "and is told once"
else
    fail "and is told once" "$(grep 'total.millions2' err)"
fi

# --- a paper without figures ---

cp -R content/documents/yearly content/documents/plain
rm -r content/documents/plain/en/* content/documents/plain/es/*
printf '# Plain\n\nNothing is counted here.\n' >content/documents/plain/en/01.md
cp content/documents/plain/en/01.md content/documents/plain/es
sed -i 's/^id: .*/id: plain/; /^revisions:/,$d; s/{{[^}]*}}/one/g' content/documents/plain/document.yaml
sed -i 's/\(2024.contributions.total.millions2: [0-9.]*\)%$/\1/' $paper
accord 0 "a paper without figures has nothing to record" freeze plain
says out "and says so" 'plain prints no figure; nothing was written'
accord 0 "the content stays sound" check
