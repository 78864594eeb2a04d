#!/bin/sh
# proofs.sh OBJ - why this number: figures of a paper lead to their pages on the site, and a site
# that has no address makes the same papers, and pages, without any.
obj=${1:?usage: proofs.sh build/KIND}
accord=$(cd "$obj" && pwd)/accord
here=$(pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

for name in with without; do
    mkdir "$work/$name"
    cp -R content "$work/$name/content"
done
cd "$work" || exit 1
sed -i '/^base_url:/d' without/content/site.yaml
for name in with without; do
    if ! "$accord" build --quiet --content $name/content --output $name/output >log 2>&1; then
        echo "not ok proofs: $name a base URL: the build failed: $(head -n 3 log | tr '\n' ' ')"
        exit 0
    fi
done
/usr/bin/python3 "$here/tests/outside/proofs.py" with/output without/output
