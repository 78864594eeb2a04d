#!/bin/sh
# diff.sh OBJ - accord diff on real git repositories: folders, revisions, bare ones, what is renamed,
# internal, faulty; as text, Markdown and JSON.
obj=${1:?usage: diff.sh build/KIND}
suite=diff
. "$(dirname "$0")/../tools/cli.sh"

mkdir tree tmp && cd tree || exit 1
TMPDIR=$work/tmp
GIT_CONFIG_GLOBAL=/dev/null
GIT_CONFIG_SYSTEM=/dev/null
HOME=$work
export TMPDIR GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM HOME

lacks() {
    if grep -qF -e "$3" "$1"; then
        fail "$2" "\"$3\" is in $1"
    else
        ok "$2"
    fi
}

commit() {
    git add -A content && git commit -q -m "$1"
}

# json NAME FILTER - jq's answer on the JSON of out is true
json() {
    if jq -e "$2" out >/dev/null 2>err; then
        ok "$1"
    else
        fail "$1" "jq: $2: $(cat err)"
    fi
}

git init -q -b main .
mkdir content
accord 2 "before the first commit there is no state to compare with" diff
says err "which is said" 'there is no revision "HEAD": nothing is committed yet on the current branch'
rmdir content
git config user.name "Sample editor"
git config user.email editor@example.org
git config commit.gpgsign false
printf 'out\nerr\n' >.git/info/exclude
cp -R "$root/tests/golden/small/content" content
cp -R "$root/content/strings" content/strings
rm -f content/strings/README.md
commit "first"
git tag v1

# --- nothing differs ---

accord 0 "without arguments HEAD is compared with the content" diff
says out "and says that nothing differs" "Nothing differs"
accord 0 "even for --exit-code" diff HEAD --exit-code

# --- records and figures ---

g=content/agreements/2024/bdt-2024-001.yaml
sed -i '/^contributions:/,/^[a-z]*:$/ s/amount: \([0-9]\)/amount: 2\1/' $g
accord 0 "an amount is another" diff
says out "the agreement is named with its title" "~ bdt-2024-001  "
says out "with the field that changed" "contributions."
says out "the figure that moves, in its form" "2024.contributions.total.millions2"
says out "where it is printed" "content/documents/yearly/en/"
says out "and by which record" "Moved by bdt-2024-001 (+"
says out "and that a paper was issued with it" "a revision is needed"
accord 1 "--exit-code tells scripts" diff --exit-code
cp out text1
accord 0 "the same again is the same" diff HEAD content
same "byte for byte" "$(cat text1)" "$(cat out)"
accord 0 "a folder is taken before a revision" diff content HEAD
says out "the other way round the sign turns" "(−"
accord 0 "in another language" diff --lang es
says out "figures are written in it" "2024.contributions.total.millions2"
says out "and words are of it" "Cifras impresas que cambian"
accord 0 "as JSON" diff --format json
json "exact values before and after" '.figures[] | select(.id == "2024.contributions.total") |
    (.exact.after | tonumber) - (.exact.before | tonumber) - (.exact.difference | tonumber) | fabs < 0.005'
json "what moved a figure sums to its difference" '[.figures[] | select(.unit == "usd" and .state == "moved"
    and .whole == null) | ([.moved_by[].difference | tonumber] | add) - (.exact.difference | tonumber) |
    fabs < 0.005] | all and length > 3'
json "the record with its file" '.records[] | .kind == "agreement" and .change == "changed" and
    .file == "content/agreements/2024/bdt-2024-001.yaml"'
json "what an issued paper printed" '[.figures[].forms[].issued[] | select(.agrees | not)] | length > 0'
accord 0 "all figures" diff --all-figures --format json
json "are more than the printed ones" '[.figures[] | select([.forms[].printed[]] | length == 0)] | length > 0'

commit "an amount"
accord 0 "two revisions" diff v1 HEAD
says out "are named as asked for" "From v1 to HEAD"
says out "files with their revision" "HEAD:content/documents/yearly/en/"
accord 0 "as a range" diff v1..HEAD
sed 's/v1\.\.HEAD//' out >range
accord 0 "with one end left out" diff v1..
same "which is HEAD" "$(cat range)" "$(cat out)"
accord 0 "by an expression of git" diff HEAD~1
says out "which names no folder" "From HEAD~1 to content"
git checkout -q -b side v1
sed -i 's/^short: .*/short: Renamed/; t; $a website: "https://example.org/"' content/partners/sample-company-02.yaml
commit "a partner"
accord 0 "since a branch was left" diff main...HEAD
says out "what it did itself is told" "sample-company-02"
lacks out "what the other did is not" "bdt-2024-001"
git checkout -q main

# --- what is wrong with the call ---

accord 2 "an unknown revision" diff v2
says err "is asked about" 'did you mean "v1"?'
accord 2 "three are too many" diff a b c
accord 2 "an unknown format" diff --format html
mkdir other
"$accord" diff v1 --content other >out 2>err
same "a revision without content, too" 2 $?
says err "is told" 'the revision "v1" has no folder "other"'
rmdir other
mkdir "$work/none" && cp -R content "$work/none/content"
(cd "$work/none" && "$accord" diff HEAD >"$work/tree/out" 2>"$work/tree/err")
same "no repository is a fault of the call" 2 $?
says err "said plainly" "is in no git repository"

if [ "$(id -u)" -eq 0 ]; then
    cp -R . "$work/theirs" && chown -R 65534 "$work/theirs"
    (cd "$work/theirs" && "$accord" diff v1 --content content >"$work/tree/out" 2>"$work/tree/err")
    same "a repository of somebody else is not read" 2 $?
    says err "and it is said what git wants to hear" "git config --global --add safe.directory $work/theirs"
else
    echo "ok diff: a repository of somebody else # SKIP only root can make one"
fi

# --- bare repositories, further work trees, folders within ---

git clone -q --bare . "$work/bare.git"
(cd "$work/bare.git" && "$accord" diff v1 main --quiet >"$work/tree/out" 2>"$work/tree/err")
same "a bare repository has revisions too" 0 $?
says out "and figures that move" "Moved by bdt-2024-001"
git worktree add -q "$work/second" v1
(cd "$work/second" && "$accord" diff main >"$work/tree/out" 2>"$work/tree/err")
same "so has a second work tree" 0 $?
says out "which is compared" "From main to content"
(cd content/partners && "$accord" diff v1 --content ../../content >"$work/tree/out" 2>"$work/tree/err")
same "from within a folder" 0 $?
says out "paths are as given" "../../content/documents"

# --- nothing stays in TMPDIR ---

same "no folder of a revision stays" "" "$(ls "$work/tmp")"
# stopped SIGNAL - ended as soon as it has such a folder, which it may be too quick for
stopped() {
    for attempt in 1 2 3 4 5 6 7 8 9 10; do
        "$accord" diff v1 --content content >/dev/null 2>&1 &
        pid=$!
        while kill -0 $pid 2>/dev/null && [ -z "$(ls "$work/tmp")" ]; do
            :
        done
        kill "-$1" $pid 2>/dev/null
        wait $pid 2>/dev/null
        [ $? -gt 128 ] && break
        attempt=missed
    done
    for i in 1 2 3 4 5 6 7 8 9 10; do
        [ -z "$(ls "$work/tmp")" ] && break
        sleep 0.2
    done
    same "nor of one that is ended by $1" "ended" "$([ $attempt = missed ] || echo ended)$(ls "$work/tmp")"
}
stopped TERM
stopped KILL

# --- links: a revision is read as its folder is ---

git checkout -q -b links
mv content/partners/sample-company-02.yaml content/partners/.company
ln -s .company content/partners/sample-company-02.yaml
mv $g content/vocabulary/.agreement && ln -s ../../vocabulary/.agreement $g
commit "links within the content"
accord 0 "links within the content are followed in a revision" diff main links --exit-code
says out "and are what they lead to" "Nothing differs"
accord 0 "as in a folder" diff main content --exit-code
sed -i 's/^short: .*/short: FIRM/' content/partners/.company
accord 0 "what a link leads to differs" diff links content
says out "which is told of the record" "~ sample-company-02"
printf 'name: {en: Outside secret}\n' >../outside.yaml
cp content/partners/sample-company-02.yaml linked.yaml
# leads PATH TARGET SLUG [SLUG] - the link is an error of the folder and of the revision, and is not read;
# beside a revision there is nothing
leads() {
    rm -f "$1" && ln -s "$2" "$1"
    accord 1 "a link to $2 in a folder" diff v1 content --all-figures
    says err "is at fault" "content/${1#content/}: error"
    says err "since it is a $3" "[$3]"
    lacks out "and not read" "Outside"
    git add -A content && git commit -q -m "a link"
    accord 1 "a link to $2 in a revision" diff v1 links --all-figures
    says err "is named" "links:content/${1#content/}: error"
    says err "as in the folder" "[${4:-$3}]"
    lacks out "and not read either" "Outside"
}
leads content/partners/sample-company-02.yaml ../../../outside.yaml link-outside link-broken
leads content/partners/sample-company-02.yaml "$work/outside.yaml" link-outside
leads content/partners/sample-company-02.yaml ../../linked.yaml link-outside link-broken
leads content/partners/sample-company-02.yaml nowhere.yaml link-broken
leads content/partners/sample-company-02.yaml sample-company-02.yaml link-broken
leads content/partners/sample-company-02.yaml ../pages link-to-folder
rm -f linked.yaml
git checkout -q -f main && git clean -fdq content
# A tree made by hand has a folder and a link of one name: nothing is written through the link.
mkdir "$work/target"
blob=$(git hash-object -w --stdin </dev/null)
inner=$(printf '100644 blob %s\tx.yaml\n120000 blob %s\ty.yaml\n' "$blob" "$(printf x | git hash-object -w --stdin)" | git mktree)
python3 - "$inner" "$(printf %s "$work/target" | git hash-object -w --stdin)" >tree.raw <<'P'
import sys
tree, link = (bytes.fromhex(x) for x in sys.argv[1:])
sys.stdout.buffer.write(b"120000 partners\0" + link + b"40000 partners\0" + tree)
P
hand=$(printf '040000 tree %s\tcontent\n' "$(git hash-object -w -t tree --literally tree.raw)" | git mktree --missing)
git tag twice "$(git commit-tree -m twice "$hand")"
"$accord" diff v1 twice --templates "$root/templates" >out 2>err
same "a name twice in a tree ends it" 3 $?
same "and nothing is written through the link" "" "$(ls "$work/target")"
rm -f tree.raw
# A name that no folder can hold is left out, one that git cannot read ends it; neither floods what is said.
for long in 300 1000000; do
    partners=$(python3 -c "print('100644 blob $blob\t' + 'a' * $long)" | git mktree)
    inner=$(printf '040000 tree %s\tpartners\n' "$partners" | git mktree)
    hand=$(printf '040000 tree %s\tcontent\n' "$inner" | git mktree)
    git tag "long$long" "$(git commit-tree -m long "$hand")"
    "$accord" diff "long$long" v1 --templates "$root/templates" >out 2>err
    status=$?
    case $long in
    300) says err "a name of $long bytes is left out" 'or what no folder can hold, is not read: partners/aaaa' ;;
    *) same "a name of $long bytes is the revision's fault" 2 $status &&
        says err "which is said" "the revision \"long$long\" cannot be read: " ;;
    esac
    same "in a line or two" "" "$(grep -E '^.{500}' err)"
done

# --- little that is much: the limits of content hold before anything beyond them is unpacked ---

python3 "$root/tests/outside/diff_trees.py"
# within TAG PLACE SLUG - in seconds, and no file of more than 10 MB is written
within() {
    (ulimit -f 20480 && exec timeout 20 "$accord" diff "$1" v1 --templates "$root/templates" --color never) >out 2>err
    same "more than content may be ($1) is its fault" 1 $?
    says err "which is said ($1)" "$1:content$2: error: "
    says err "as of a folder ($1)" "[$3]"
    same "and nothing is left ($1)" "" "$(ls "$TMPDIR")"
}
within bomb "" files-too-many
within crowd "" files-too-many
within large "" content-too-large
within huge /site.yaml file-too-large
within deep /pages/d/d/d/d/d/d/d/d folders-too-deep
accord 0 "a link whose target is megabytes is none" diff v1 link
says err "which is said" "or what no folder can hold, is not read: other"

# --- what is no folder, and what is no content ---

mkfifo fifo
mkdir other && touch other/file
for what in fifo $g /dev/zero; do
    timeout 20 "$accord" diff "$what" content >out 2>err
    same "$what is nothing to compare" 2 $?
    says err "which is said" "\"$what\" is neither a folder nor a revision"
done
for what in other /proc/self/root /proc /; do
    timeout 20 "$accord" diff content "$what" >out 2>err
    same "$what is no content" 2 $?
    says err "which is said" "the folder \"$what\" is no content"
done
timeout 20 "$accord" diff HEAD --content other >out 2>err
same "nor as the content at hand" 2 $?
rm -r fifo other

# --- renamed ---

git mv content/partners/sample-company-02.yaml content/partners/sample-firm-02.yaml
sed -i 's/^id: .*/id: sample-firm-02/' content/partners/sample-firm-02.yaml
grep -rl sample-company-02 content | xargs sed -i 's/sample-company-02/sample-firm-02/g'
accord 0 "a partner under another id" diff --format json
json "is renamed, not another" '[.records[] | select(.kind == "partner")] == [.records[] |
    select(.change == "renamed" and .former_id == "sample-company-02")] and
    ([.records[] | select(.change == "renamed")] | length == 1)'
json "agreements that name it do not change" '[.records[] | select(.kind == "agreement")] == []'
json "nor does any figure move" '.figures == [] and .rankings == []'
git checkout -q -f main && git clean -fdq content

# --- came, went; rankings; texts ---

rm content/agreements/2024/bdt-2024-006.yaml
sed -e 's/bdt-2024-001/bdt-2024-901/' -e '/^title:/,/^kind:/ { /^title:/d; /^ /d; }' \
    -e '/^kind:/i title: "A <b>new</b> `one` | @sample #12"' $g \
    >content/agreements/2024/bdt-2024-901.yaml
printf '\nOne more line.\n' >>content/documents/yearly/en/02-outlook.md
accord 0 "records that come and go" diff
says out "came" "+ bdt-2024-901"
says out "went" "- bdt-2024-006"
says out "lines of texts are counted" "-0 +"
accord 0 "in a comment" diff --format markdown
lacks out "HTML of records is none" "<b>new"
says out "it is text" '&lt;'
says out "so is Markdown" '\`one\`'
lacks out "nobody is mentioned" "@sample"
lacks out "no issue is referred to" "#12"
says out "figures are a table" '|---|--:|--:|--:|---|'
git checkout -q -f main && git clean -fdq content

# A comment that would be too long.
i=100
while [ $i -lt 800 ]; do
    sed -e "s/bdt-2024-001/bdt-2024-$i/" $g >content/agreements/2024/bdt-2024-$i.yaml
    i=$((i + 1))
done
accord 0 "a long one" diff --format markdown
if [ "$(LC_ALL=C.UTF-8 wc -m <out)" -le 65536 ]; then
    ok "fits into a comment"
else
    fail "fits into a comment" "$(LC_ALL=C.UTF-8 wc -m <out) characters"
fi
says out "and says how much is left out" "more are left out here"
same "what is opened is closed" "$(grep -c '<details>' out)" "$(grep -c '</details>' out)"
git clean -fdq content

# --- the first of a new year ---

mkdir content/agreements/2025
sed -e 's/bdt-2024-001/bdt-2025-001/; s/^signed: .*/signed: 2025-03-01/' \
    -e '/^in_force:/d; /^ends:/d; /^publish:/d; s/^priorities:.*//' $g >content/agreements/2025/bdt-2025-001.yaml
"$accord" diff >out 2>err
says out "the first agreement of a year came" "+ bdt-2025-001"
says out "pages turn to it" "The newest year is 2025 now, no longer 2024"
says out "no figure that is printed moves" "No printed figure moves."
says out "others do" "figures that are printed nowhere differ: --all-figures lists them"
"$accord" diff --format markdown >out 2>err
says out "in a comment as well" "The newest year is 2025 now"
"$accord" diff --format json >out 2>err
json "and for programs" '.newest_year == {"before": 2024, "after": 2025} and .figures_not_printed > 9'
git checkout -q -f main && git clean -fdq content

# --- internal ---

sed -i '/^disclosure:/d' content/site.yaml
sed -i '$a publish: internal' $g
commit "internal"
sed -i '/^contributions:/,/^[a-z]*:$/ s/amount: \([0-9]\)/amount: 3\1/' $g
accord 0 "an internal agreement that changes" diff
says out "is counted" "1 not named here"
lacks out "and not named" "bdt-2024-001"
says out "nor is told by how much its figures move" "by how much is not told here"
accord 0 "in a comment" diff --format markdown
lacks out "it is not named either" "bdt-2024-001"
accord 0 "nor for programs" diff --format json --all-figures
lacks out "which get no id" "bdt-2024-001"
json "and no value" '[.figures[] | select(.withheld) | .exact.before, .forms[].before] | all(. == null)'
# Whoever has a part to the cent, and its percentage, has the whole within a range.
share=2024.partners.sample-company-02.contributions
printf '\n{{%s.percent}} %% or {{%s.usd}}\n' $share $share >>content/documents/yearly/en/02-outlook.md
for as in text markdown json; do
    accord 0 "a percentage whose whole is withheld, as $as" diff --format $as --all-figures
    says out "is named" "$share"
    if grep -E "$share\.percent[^0-9]*[0-9]" out >/dev/null; then
        fail "without a number, as $as" "$(grep -F "$share" out)"
    else
        ok "without a number, as $as"
    fi
done
json "nor their forms" '[.figures[] | select(.whole != null or .withheld) | .forms[] | select(.form == "percent")] |
    length > 0 and all(.withheld and .before == null and .after == null and .text_after == null and .issued == [])'
json "nor that one prints as before" '[.figures[].forms[] | select(.withheld)] | all(.moves)'
accord 0 "in the internal profile" diff --profile internal
says out "it is" "Moved by bdt-2024-001 (+"
git checkout -q -f main

# Texts of what is internal: of its page, of that of a partner it alone names, stories about it.
mkdir -p content/pages/agreements/secret-001 content/pages/partners/secretpa \
    content/stories/hush-hush
sed 's/^id: .*/id: secretpa/; s/^\(short\|website\): .*//; /^former_/,$d' \
    content/partners/sample-company-02.yaml >content/partners/secretpa.yaml
sed -e 's/bdt-2024-001/secret-001/; s/sample-ministry-01/secretpa/g' $g \
    >content/agreements/2024/secret-001.yaml
commit "more that is internal"
for page in agreements/secret-001 partners/secretpa; do
    printf 'In all {{2024.agreements.count}}.\n' >content/pages/$page/en.md
done
printf -- '---\ntitle: Hush\ndate: 2024-05-01\nagreements: [secret-001]\n---\n\nIn all {{2024.agreements.count}}.\n' \
    >content/stories/hush-hush/en.md
sed 's/bdt-2024-006/bdt-2024-902/' content/agreements/2024/bdt-2024-006.yaml >content/agreements/2024/bdt-2024-902.yaml
for as in text markdown json; do
    accord 0 "texts of what is internal, as $as" diff --format $as --all-figures
    says out "do not hide others, as $as" "bdt-2024-902"
    for word in secret-001 secretpa hush; do
        lacks out "are not named by their paths, as $as: $word" "$word"
    done
done
json "they are counted" '.not_named.page == 2 and .not_named.story == 1'
accord 0 "in the internal profile" diff --profile internal
says out "texts of pages are named" "+ pages/agreements/secret-001/en.md"
says out "those of partners, too" "+ pages/partners/secretpa/en.md"
says out "and stories" "+ stories/hush-hush/en.md"
sed -i 's/^kind: .*/kind: no-such-kind/' content/agreements/2024/secret-001.yaml
accord 1 "of what is at fault, too" diff
lacks out "texts are not named" "secret-001"
# However its file is at fault, before, after or on both sides, nobody is told what it is, nor of whom.
s=content/agreements/2024/secret-001.yaml
cp $s good.yaml
# unreadable NAME COMMAND... - what makes the file faulty; the partner and a story change besides
unreadable() {
    name=$1
    shift
    git checkout -q -f --detach twins && cp good.yaml $s
    "$@"
    commit "at fault"
    printf '\n# later\n' >>$s
    sed -i 's/^type: .*/type: academia/' content/partners/secretpa.yaml
    printf -- '---\ntitle: Hush\ndate: 2024-05-01\nagreements: [secret-001]\npartners: [secretpa]\n---\n\nText.\n' \
        >content/stories/hush-hush/en.md
    for states in "HEAD content" "twins content" "content twins" "content HEAD"; do
        # shellcheck disable=SC2086  # two words
        accord 1 "$name: $states" diff $states --all-figures
        for word in secret-001 secretpa hush; do
            lacks out "$word is not told" "$word"
        done
    done
}
git checkout -q -B twins && git add -A content && git commit -q -m twins
cp $s good.yaml
sed -i 's/^kind: .*/kind: mou/' good.yaml
unreadable "a word that is wrong" sed -i 's/^publish: .*/publish: intern/' $s
unreadable "a key that is wrong" sed -i 's/^publish: .*/publsh: internal/' $s
unreadable "no YAML" sed -i 's/^publish: .*/publish: "intern/' $s
unreadable "a tab" sed -i '1s/^/\t/; /^publish:/d' $s
unreadable "no text" sed -i '1s/^/# \xff\n/' $s
unreadable "an empty file" sh -c ": >$s"
git checkout -q -f --detach twins
printf 'id: [\n' >content/partners/secretpa.yaml
accord 1 "a partner that is no YAML" diff
lacks out "is not told" "secretpa"
git add -A content && git commit -q -m broken && echo '# more' >>content/partners/secretpa.yaml
accord 1 "nor in both states" diff
lacks out "is not told" "secretpa"
rm -f good.yaml
git checkout -q -f main && git clean -fdq content
# Nor is it told that a partner became part of one that is not named, nor when.
sed -i '/^type: /i merged_into: secretpa\nmerged_on: 2026-07-31' content/partners/sample-company-02.yaml
for as in text markdown json; do
    accord 0 "a merger into a partner that is not named, as $as" diff --format $as --all-figures
    for word in secretpa merged 2026-07-31; do
        lacks out "is not told, as $as: $word" "$word"
    done
done
json "it is counted" '.not_named.partner == 1'
accord 0 "in the internal profile" diff --profile internal
says out "it is told" "2026-07-31"
git checkout -q content
# Nor who is only expected to sign.
mkdir -p content/targets
sed 's/secretpa/hopepa/' content/partners/secretpa.yaml >content/partners/hopepa.yaml
printf 'year: 2026\npipeline:\n  - {title: H, stage: idea, amount: 1.00, currency: USD, probability: 9, expected: 2026-05-01, partners: [hopepa]}\n' \
    >content/targets/2026.yaml
accord 0 "a partner that only targets mention" diff
lacks out "is not named" hopepa
sed -i 's/^year: .*/year: none/' content/targets/2026.yaml
accord 1 "nor where these are at fault" diff
lacks out "is it named" hopepa
sed -i 's/^year: .*/year: [/' content/targets/2026.yaml
accord 1 "nor where they cannot be read" diff
lacks out "is it named then" hopepa
git checkout -q -f main && git clean -fdq content

# What issued papers printed of a partner that may not be named: neither who nor how much.
git checkout -q --detach main
printf 'former_ids: [yorepa]\n' >>content/partners/secretpa.yaml
p=content/published/yearly.yaml
sed -i '/^figures:/a \  2024.partners.secretpa.contributions: {usd: 177777.00}\n  2024.partners.yorepa.contributions: {usd: 177778.00}' $p
commit "printed"
sed -i 's/agreements.count: 7/agreements.count: 6/; s/usd: 17777/usd: 19999/' $p
for as in text markdown json; do
    accord 0 "figures of an internal partner that were printed, as $as" diff --format $as
    says out "others are told, as $as" "2024.agreements.count"
    says out "that these differ, too, as $as" "2024.partners."
    for word in secretpa yorepa 17777 19999; do
        lacks out "without $word, as $as" "$word"
    done
done
sed -i '/secretpa/d; /yorepa/d; s/^figures:/#&/; /^  2024.*[0-9}]$/s/^/#/' $p
commit "none printed"
sed -i 's/^#figures:.*/figures:\n  2024.partners.secretpa.contributions: {usd: 177777.00}/; s/^#//' $p
"$accord" diff >out 2>err
says out "of new ones" "figures"
for word in secretpa 177777; do
    lacks out "nor when all of them are new: $word" "$word"
done
accord 1 "in the internal profile" diff --profile internal
says out "it is told of whom" "2024.partners.secretpa.contributions"
says out "and how much" "177777.00"
git checkout -q -f main && git clean -fdq content

# --- at fault ---

sed -i 's/^kind: .*/kind: no-such-kind/' $g
accord 1 "a fault of the newer state" diff
says err "is reported" "[unknown-kind]"
says out "figures are not compared" "figures are not compared"
says out "records are" "Agreements:"
accord 1 "messages in another language" diff --messages es
says err "are of it" "error: "
commit "a fault"
git checkout -q v1 -- content
accord 1 "a fault of the older state" diff HEAD
says err "is reported under its revision" "HEAD:content/agreements/2024/bdt-2024-001.yaml"
says out "and said" "HEAD has 1 error"
