#!/bin/sh
# leak.sh OBJ - what is internal is in no file of a public build, is named by no command that is asked as
# public, and is marked in an internal build.
obj=${1:?usage: leak.sh build/KIND}
suite=leak
. "$(dirname "$0")/../tools/cli.sh"
here=$root/tests/outside/leak.py
langs=en,es

cp -R "$root/content" content
python3 "$here" make content >markers
build() {
    "$accord" build --quiet --content content --lang "$langs" "$@" >log 2>&1
}

if build --output public; then
    python3 "$here" search public <markers >found 2>&1
    clean "nothing internal is in a public build" found
else
    fail "the public build" "$(head -n 1 log)"
fi

python3 "$here" ask "$accord" "$work/content" "$work/asked" <markers >found 2>&1
clean "nothing internal is named to who asks as public" found

# The search finds what is there.
if build --profile internal --output internal; then
    python3 "$here" search internal <markers | sed 's/.*: //' | sort -u >seen
    for word in Zorquil Huxwelt zz-2024-117 71,113.37 818283.94 Grimbatul Yendrimol Ollimvar 431,779.23 targets/2026; do
        grep -qxF "$word" seen || echo "$word"
    done >missed
    clean "an internal build names all" missed
    python3 "$here" marked internal >unmarked 2>&1
    clean "all of an internal build is marked" unmarked
else
    fail "the internal build" "$(head -n 1 log)"
fi

# refused NAME STATUS WORDS - what the last build did.
refused() {
    if [ "$status" -eq "$2" ] && grep -qF -e "$3" log; then
        ok "$1"
    else
        fail "$1" "status $status: $(head -n 1 log)"
    fi
}
build --profile internal
status=$?
refused "an internal build wants a folder" 2 "--output DIR"
build --profile internal --output public
status=$?
refused "an internal build refuses the folder of a public one" 2 "holds a public build"
build --profile internal --output public/site/inside
status=$?
refused "an internal build refuses a folder in a public one" 2 "holds a public build"
build --output internal
status=$?
refused "a public build refuses the folder of an internal one" 2 "holds an internal build"

# One that stands alone in a figure stops the build, and what was there stays.
sed -i 's/^regions: .*/regions: [ARB]/' content/agreements/2024/zz-2024-117.yaml
before=$(sums public)
build --output public
status=$?
refused "a figure that would tell of one stops the build" 1 \
    '"zz-2024-117" is internal, but readers could work out what it is worth from 2024.regions.ARB.contributions'
same "what was published before stays" "$before" "$(sums public)"
# Nor do other commands tell, or record what would.
for question in "figures" "figures --json 2024.contributions.partners" "explain 2024.regions.ARB.contributions" \
    "explain --csv 2024.regions.ARB.contributions" "export figures" "freeze tdag25-partnerships --date 2025-05-12"; do
    # shellcheck disable=SC2086  # words
    "$accord" $question --content content >out 2>log
    status=$?
    refused "nor is it told by $question" 1 '"zz-2024-117" is internal, but readers could work out'
    clean "and $question prints nothing" out
done

# --- what is internal changes nothing that is public ---

# The public knows neither an agreement that is on file nor its partner; what is said of them next is told by nothing.
record() {
    mkdir -p "$(dirname "twin/content/$1")"
    cat >"twin/content/$1"
}
"$accord" init twin --quiet --lang en,fr || fail "the twins" "no content"
record partners/zz-hush.yaml <<'END'
id: zz-hush
name: Hushwell
type: foundation
country: LS
END
record agreements/2025/zz-quiet.yaml <<'END'
id: zz-quiet
title: Quiet study
kind: contribution
signed: 2025-12-01
partners: [zz-hush]
publish: internal
END
record opportunities/forum.yaml <<'END'
id: forum
title: A forum
summary: A stand
price: {amount: 100.00, currency: CHF}
benefits: [A stand]
use: What it is for.
closes: 2026-02-01
contact: {department: Partnerships}
END
record stories/known/en.md <<'END'
---
title: What is known
date: 2025-06-01
partners: [sample-partner-01]
---
To all.
END
cp -R twin/content twin/kept

twin() {
    "$accord" build --quiet --content twin/content --output "$1" >log 2>&1 || fail "the build of $1" "$(head -n 1 log)"
}
# changed NAME - the public build is that of before, to the byte; what came is taken away again.
changed() {
    twin after
    diff -rq -x .accord before after >found 2>&1
    clean "$1" found
    rm -rf after twin/content
    cp -R twin/kept twin/content
}
twin before

record stories/study/en.md <<'END'
---
title: A quiet study
date: 2026-03-01
agreements: [zz-quiet]
---
Of an agreement.
END
changed "the day of a story about an internal agreement is nobody's"

record stories/house/en.md <<'END'
---
title: A quiet house
date: 2026-04-01
partners: [zz-hush]
---
Of a partner.
END
changed "nor is that of one about its partner"

sed -i '/^type: /i merged_into: zz-hush\nmerged_on: 2025-05-01' twin/content/partners/sample-partner-01.yaml
changed "who merged into a partner that is not named is not told to have"

record partners/zz-hope.yaml <<'END'
id: zz-hope
former_ids: [yore-hope]
name: Hopewell
type: foundation
country: LS
END
record targets/2026.yaml <<'END'
year: 2026
pipeline:
  - title: A hope
    stage: idea
    amount: 100.00
    currency: USD
    probability: 50
    expected: 2026-05-01
    partners: [zz-hope]
END
changed "who is only expected to sign is nowhere"
