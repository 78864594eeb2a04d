#!/bin/sh
# export.sh OBJ - accord export: the files of site/data/, to the byte, without a build.
obj=${1:?usage: export.sh build/KIND}
suite=export
. "$(dirname "$0")/../tools/cli.sh"
cp -R "$root/tests/golden/small/content" content

for profile in public internal; do
    accord 0 "the site is built ($profile)" build --output "$profile" --profile "$profile"
    for set in agreements partners contributions figures; do
        for kind in csv bom.csv json; do
            case $kind in
            bom.csv) how=--bom ;;
            *) how="--format $kind" ;;
            esac
            # shellcheck disable=SC2086  # words
            accord 0 "$set.$kind ($profile)" export "$set" --profile "$profile" $how
            same "$set.$kind is that of the site ($profile)" "$(cksum <out)" \
                "$(cksum <"$profile/site/data/$set.$kind")"
        done
    done
    accord 0 "the workbook ($profile)" export --format xlsx --profile "$profile" --output all.xlsx
    same "is that of the site ($profile)" "$(cksum <all.xlsx)" \
        "$(cksum <"$profile/site/data/accord.xlsx")"
done
# Where the system gives too little: the workbook whole, or none and why.  limited KIND N - its exit status
limited() {
    rm -f short.xlsx
    (ulimit "$1" "$2" && exec "$accord" export --format xlsx --output short.xlsx --content content \
        --templates "$root/templates" --color never) >out 2>err
}
accord 0 "a workbook" export --format xlsx --output all.xlsx
for kind in -f -n; do
    case $kind in
    -f) name="bytes to a file" cause="File too large" many="8 16 24 32 40 48 56 64 72 80 96 112 128 160 200" ;;
    -n) name="open files" cause="Too many open files" many="4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 24" ;;
    esac
    told=0 whole=0 why=
    for n in $many; do
        limited $kind "$n"
        status=$?
        if [ $status -eq 0 ] && cmp -s short.xlsx all.xlsx; then
            whole=$((whole + 1))
        elif [ $status -ne 3 ] || [ -e short.xlsx ] || ! grep -q "$cause" err || grep -q '^\[' err; then
            why="$why $n: exit $status, $(head -n 1 err);"
        elif grep -qF '[workbook-failed]' err; then
            told=$((told + 1))
        fi
    done
    [ -z "$why" ] && ok "where there are too few $name, it is told, and no workbook is cut off" ||
        fail "where there are too few $name, it is told, and no workbook is cut off" "$why"
    [ "$told" -gt 1 ] && [ "$whole" -gt 1 ] && ok "which was tried ($name)" ||
        fail "which was tried ($name)" "$told told, $whole whole"
done

accord 0 "one language can be asked for" export agreements --lang es
if grep -q title_en out || ! grep -q title_es out; then
    fail "one language" "the columns are others"
else
    ok "one language has its columns"
fi

before=$(sums content)
ln -s content/site.yaml link.yaml
for output in content/site.yaml content/new.csv content/new/deep.csv ./content/../content/a.csv link.yaml; do
    accord 2 "nothing is exported into the content ($output)" export agreements --output "$output"
    says err "which is said" "the output file \"$output\" is inside the content"
done
for output in content content/pages content/new/deep; do
    accord 2 "nor texts for translators ($output)" strings export --lang es --output "$output"
    says err "which is said" "the output folder \"$output\" is inside the content"
    accord 2 "nor a site ($output)" build --output "$output"
done
same "and the content is as it was" "$before" "$(sums content)"
accord 0 "beside the content is good" strings export --lang es --output content-es

# What is internal goes into no folder that is published; beside it and to who asks it may.
ln -s public/site linked
touch public/site/data/there.csv && ln -s public/site/data/there.csv there.csv
for output in public/site/data/all.csv public/all.csv public/site/new/deep.csv public/site/data/agreements.csv linked/all.csv there.csv; do
    before=$(sums public)
    accord 2 "nothing internal is exported into a public build ($output)" export agreements --profile internal \
        --output "$output"
    says err "which is said" 'holds a public build, which must stand apart from an internal one; name another file with --output FILE'
    same "and nothing is written" "$before" "$(sums public)"
done
rm public/site/data/there.csv
accord 0 "what is public goes there" export agreements --output public/site/data/all.csv
accord 0 "what is internal into its own" export agreements --profile internal --output internal/site/data/all.csv
accord 0 "or a folder around both" export agreements --profile internal --output all.csv

# What cannot be read may be a public build.
mkdir -p loop/.accord && ln -s manifest loop/.accord/manifest
accord 3 "nor where it cannot be known" export agreements --profile internal --output loop/all.csv
says err "which is said" 'cannot find out whether "loop" holds a public build: Too many levels of symbolic links'
accord 3 "nor is an internal site built there" build --profile internal --output loop
accord 3 "nor a public one" build --output loop
says err "as it may be internal" 'loop/.accord/manifest: error: cannot read'
same "and nothing is written" "$(ls -A loop)" .accord

# What is no plain file stays what it is: a rename would put a file in its place.
mkfifo fifo
mkdir folder && touch kept.csv
ln -s fifo to-fifo
ln -s kept.csv to-file
for output in fifo folder to-fifo; do
    accord 3 "nothing is exported in place of a $output" export agreements --output "$output"
    says err "which is said" "[not-replaced]"
done
[ -p fifo ] && [ -d folder ] && [ -L to-fifo ] && ok "all of them stay" || fail "all of them stay" "$(ls -l)"
accord 0 "a link to a file is written through" export agreements --output to-file
[ -L to-file ] && [ -s kept.csv ] && ok "and stays a link" || fail "and stays a link" "$(ls -l)"

accord 0 "standard output can be named" export agreements --output -
[ -s out ] && [ ! -e ./- ] && ok "and no file is called so" || fail "and no file is called so" "$(ls -l)"

accord 2 "a set that is not there is refused" export agreement
says err "with the nearest" 'did you mean "agreements"?'
accord 2 "a set is named" export
accord 2 "but for the workbook" export agreements --format xlsx
echo "signed: 2024-02-30" >>"$(find content/agreements -name '*.yaml' | head -1)"
accord 1 "content at fault is not exported" export agreements
same "not even in part" "$(wc -c <out)" 0
