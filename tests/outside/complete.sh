#!/bin/sh
# complete.sh OBJ - completion in bash and zsh, and the help it draws on.
obj=${1:?usage: complete.sh build/KIND}
suite=complete
. "$(dirname "$0")/../tools/cli.sh"
ln -s "$root/content" content

# offers LINE WORD... - among what bash offers at the end of the line are these
offers() {
    line=$1
    shift
    bash "$root/tests/tools/complete.sh" "$accord" "$root/generator/completion/accord.bash" "$line" >out 2>err </dev/null
    for word; do
        grep -qxF -e "$word" out && ok "\"$line\" offers $word" || fail "\"$line\" offers $word" "it does not"
    done
}

# only LINE WORDS - nothing else is offered
only() {
    offers "$1"
    same "\"$1\" offers \"$2\" alone" "$2" "$(tr '\n' ' ' <out | sed 's/ *$//')"
}

# Every command and every option that --help tells is offered, and the other way round.
"$accord" help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' | sort >told
offers "accord "
same "all commands" "$(cat told)" "$(sort out)"
while read -r command; do
    "$accord" "$command" --help </dev/null | sed -n 's/^  \(--[a-z-]*\) .*/\1/p' | sort -u >told.options
    offers "accord $command --"
    same "all options of $command" "$(cat told.options)" "$(sort -u out)"
done <told

only "accord bui" "build"
only "accord build --format " "text json sarif"
only "accord build --color " "auto always never"
only "accord build --profile " "public internal"
only "accord build --lang " "en fr es ar zh ru"
only "accord build --document tdag25-" "tdag25-inf-1 tdag25-partnerships"
only "accord freeze tdag19-p" "tdag19-partnerships"
only "accord freeze tdag19-partnerships " ""
only "accord new " "edition agreement partner document page story opportunity"
offers "accord new agreement --" --title --partner --signed --dry-run
only "accord new agreement --partner unic" "unicef"
only "accord new agreement --title x --kind m" "mou"
only "accord new partner --gender " "masculine feminine"
only "accord explain 2024.agreements.c" "2024.agreements.count"
offers "accord figures " 2024. 2015-2018.
offers "accord help " templates figures build release
offers "accord schema " agreement site
only "accord build --document " "tdag19-inf-3 tdag19-partnerships tdag25-inf-1 tdag25-partnerships"
only "accord freeze --content $work/nothing " ""
only "accord wrong " ""

# At a prompt, in each shell: what is typed is completed and runs.
mkdir bin functions
ln -s "$accord" bin/accord
cp "$root/generator/completion/_accord" functions/
PATH=$work/bin:$PATH
tab=$(printf '\t')
# prompt SHELL NAME TYPED EXPECTED
prompt() {
    shell=$1 name=$2
    python3 "$root/tests/tools/answer.py" "$shell" "$setup" "$3" exit >out 2>err
    says out "$name" "$4"
}
setup=". $root/generator/completion/accord.bash"
prompt 'bash --norc --noprofile -i' "bash completes a command" "accord ver$tab" 'accord 0.'
prompt 'bash --norc --noprofile -i' "bash completes an id" "accord figures 2024.agreements.cou$tab" '2024.agreements.count  89'
if command -v zsh >out 2>err; then
    setup="fpath=($work/functions \$fpath); autoload -U compinit; compinit -u -d $work/dump"
    prompt 'zsh -f -i' "zsh completes a command" "accord ver$tab" 'accord 0.'
    prompt 'zsh -f -i' "zsh completes an id" "accord figures 2024.agreements.cou$tab" '2024.agreements.count  89'
    prompt 'zsh -f -i' "zsh completes a value" "accord help --color al$tab" 'accord COMMAND'
else
    ok "zsh # SKIP it is not installed"
fi

# --- help ---
"$accord" help >list
sed -n '/^more help:/,/^$/s/^  \([a-z-]*\) .*/\1/p' list >topics
[ "$(wc -l <topics)" -ge 7 ] && ok "topics are listed" || fail "topics are listed" "$(cat topics)"
while read -r topic; do
    "$accord" help "$topic" >out 2>err && [ "$(wc -l <out)" -gt 8 ] && ok "help $topic" || fail "help $topic" "$(cat err)"
    long=$(awk 'length > 110' out | head -1)
    [ "$topic" = templates ] || [ -z "$long" ] && ok "help $topic fits a terminal" || fail "help $topic fits" "$long"
done <topics
"$accord" help relase >out 2>err
says err "a topic may be meant" 'did you mean "release"?'
"$accord" help new agreement >out 2>err
says out "a kind of accord new has help" '--signed YYYY-MM-DD'
