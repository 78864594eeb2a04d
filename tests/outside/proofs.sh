#!/bin/sh
# proofs.sh OBJ - why this number: figures of a paper lead to their pages on the site, and a site
# that has no address makes the same papers, and pages, without any.
obj=${1:?usage: proofs.sh build/KIND}
suite=proofs
. "$(dirname "$0")/../tools/cli.sh"

for name in with without; do
    mkdir $name
    cp -R "$root/content" $name/content
done
sed -i '/^base_url:/d' without/content/site.yaml
for name in with without; do
    if ! "$accord" build --quiet --content $name/content --output $name/output >out 2>err; then
        fail "$name a base URL" "the build failed"
        exit 0
    fi
done
/usr/bin/python3 "$root/tests/outside/proofs.py" with/output without/output
