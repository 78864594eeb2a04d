#!/bin/sh
# ci_recipes.sh OBJ - the recipes of templates/ci: what they say, and their commands, run as they stand
# in a repository with a branch to be merged.  Only installing, building the program and what a forge
# answers are made up.
obj=${1:?usage: ci_recipes.sh build/KIND}
suite=ci
. "$(dirname "$0")/../tools/cli.sh"

cd "$root" || exit 1

# GitHub's schema of workflows, by npm; where that cannot be, it is skipped with a word.
kept=$root/build/ci
if why=$(sh tests/tools/node_packages.sh tests/ci build/ci); then
    if "$kept/node_modules/.bin/action-validator" templates/ci/github.yml >"$work/said" 2>&1; then
        echo "ok ci: github.yml is a workflow by GitHub's schema"
    else
        echo "not ok ci: github.yml is a workflow by GitHub's schema: $(head -3 "$work/said")"
    fi
elif [ -n "$CI" ]; then
    echo "not ok ci: github.yml by GitHub's schema: $why"
else
    echo "ok ci: github.yml by GitHub's schema # SKIP $why"
fi

cd "$work" || exit 1

mkdir bin jobs made
for name in github gitlab; do
    /usr/bin/python3 "$root/tests/outside/ci_recipes.py" "$root/templates/ci/$name.yml" jobs ||
        echo "not ok ci: $name.yml cannot be read"
done

# --- what a forge has ---

printf '#!/bin/sh\n' >bin/apt-get
printf '#!/bin/sh\nmkdir -p build && ln -sf "%s/accord" build/accord\n' "$obj" >bin/make
# The forge's own programs: what they are asked is in made/asked; the comment there is in made/there.
cat >bin/gh <<'GH'
#!/bin/sh
echo "gh $*" >>"$WORK/made/asked"
case "$*" in
    *--paginate*) cat "$WORK/made/there" 2>/dev/null || : ;;
    *) [ -f comment.md ] && cp comment.md "$WORK/made/comment" ;;
esac
GH
cat >bin/curl <<'CURL'
#!/bin/sh
echo "curl $*" >>"$WORK/made/asked"
case "$*" in
    *per_page*)
        if [ -f "$WORK/made/there" ]; then
            printf '[{"id": 3, "system": true, "body": ""}, {"id": 7, "system": false, "body": "<!-- accord diff -->\\nx"}]'
        else
            printf '[{"id": 3, "system": false, "body": "a remark"}]'
        fi ;;
    *) cp comment.md "$WORK/made/comment" ;;
esac
CURL
chmod +x bin/*
WORK=$work
HOME=$work
PATH=$work/bin:$PATH
GIT_CONFIG_SYSTEM=/dev/null
export WORK HOME PATH GIT_CONFIG_SYSTEM
git config --global user.name "Sample editor"
git config --global user.email editor@example.org

git init -q -b main origin
cp -R "$root/tests/golden/small/content" origin/content
cp -R "$root/content/strings" origin/content/strings
cp -R "$root/templates" origin/templates
printf 'build/\noutput/\npublic/\n' >origin/.gitignore
(cd origin && git add -A && git commit -q -m first)
git clone -q origin clone
cd clone || exit 1
git checkout -q -b change
g=content/agreements/2024/bdt-2024-001.yaml
sed -i '/^contributions:/,/^[a-z]*:$/ s/amount: \([0-9]\)/amount: 2\1/' $g
git commit -q -am "an amount"

ACCORD=build/accord
GITHUB_WORKSPACE=$PWD
GITHUB_OUTPUT=$work/made/output
GITHUB_STEP_SUMMARY=$work/made/summary
BASE=origin/main
STATUS=0
REPOSITORY=sample/content
NUMBER=5
CI_PROJECT_DIR=$PWD
CI_MERGE_REQUEST_DIFF_BASE_SHA=$(git merge-base origin/main HEAD)
CI_API_V4_URL=https://gitlab.example.org/api/v4
CI_PROJECT_ID=1
CI_MERGE_REQUEST_IID=5
ACCORD_TOKEN=sample
export ACCORD GITHUB_WORKSPACE GITHUB_OUTPUT GITHUB_STEP_SUMMARY BASE STATUS REPOSITORY NUMBER \
    CI_PROJECT_DIR CI_MERGE_REQUEST_DIFF_BASE_SHA CI_API_V4_URL CI_PROJECT_ID CI_MERGE_REQUEST_IID \
    ACCORD_TOKEN

# job STATUS NAME JOB - runs the commands of a job
job() {
    rm -f "$work/made/asked"
    bash "$work/jobs/$3.sh" >out 2>err
    status=$?
    if [ "$status" -eq "$1" ]; then
        ok "$2"
    else
        fail "$2" "exit $status instead of $1: $(tail -3 err | tr '\n' ' ')"
    fi
}

# --- a sound change ---

job 0 "github: a change is checked" github-check
says "$work/made/output" "github: it is sound" status=0
says "$work/made/summary" "github: what it does is said" "2024.contributions.total.millions2"
test -f output/site/index.html && ok "github: the site is made" || fail "github: the site is made" "it is not"
rm -f "$work/made/there"
job 0 "github: it is told in a comment" github-comment
says "$work/made/asked" "github: of its own" "-X POST repos/sample/content/issues/5/comments"
echo 42 >"$work/made/there"
job 0 "github: told again" github-comment
says "$work/made/asked" "github: in the same one" "-X PATCH repos/sample/content/issues/comments/42"
says "$work/made/comment" "github: known by its first line" "<!-- accord diff -->"

rm -rf output build "$work/made/there" "$work/made/comment"
job 0 "gitlab: a change is checked" gitlab-check
if jq -e 'type == "array" and all(.fingerprint and .location.path and .location.lines.begin > 0 and
    (.severity | IN("info", "minor", "major"))) and ([.[].fingerprint] | unique | length) == length' \
    code-quality.json >/dev/null; then
    ok "gitlab: messages are a report on code quality"
else
    fail "gitlab: messages are a report on code quality" "$(head -c 200 code-quality.json)"
fi
job 0 "gitlab: what it does is told" gitlab-diff
says "$work/made/asked" "gitlab: in a comment of its own" "--request POST"
says "$work/made/comment" "gitlab: with the figures that move" "2024.contributions.total.millions2"
echo 7 >"$work/made/there"
job 0 "gitlab: told again" gitlab-diff
says "$work/made/asked" "gitlab: in the same one" "merge_requests/5/notes/7"
ACCORD_TOKEN=
job 0 "gitlab: without a token" gitlab-diff
says out "gitlab: it is in the log" "2024.contributions.total.millions2"
job 0 "gitlab: the site is published" gitlab-pages
test -f public/index.html && ok "gitlab: from public/" || fail "gitlab: from public/" "it is not there"

# --- a faulty change ---

sed -i 's/^kind: .*/kind: no-such-kind/' $g
git commit -q -am "a fault"
rm -rf output "$work/made/output"
STATUS=1
job 1 "github: a fault fails" github-check
says err "github: and is in the log" "[unknown-kind]"
says "$work/made/summary" "github: what can be said is said" "figures are not compared"
test -d output && fail "github: no site is made" "it is" || ok "github: no site is made"
/usr/bin/python3 "$root/tests/outside/ci_recipes.py" --sarif accord.sarif
job 1 "gitlab: a fault fails" gitlab-check
if jq -e 'any(.check_name == "unknown-kind" and .severity == "major" and
    .location.path == "content/agreements/2024/bdt-2024-001.yaml")' code-quality.json >/dev/null; then
    ok "gitlab: and is marked in its line"
else
    fail "gitlab: and is marked in its line" "$(head -c 200 code-quality.json)"
fi
