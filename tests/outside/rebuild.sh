#!/bin/sh
# rebuild.sh OBJ - a build over an earlier one gives byte for byte what a clean one gives, messages
# included, whatever was changed in between; see rebuild.py.
obj=${1:?usage: rebuild.sh build/KIND}
suite=rebuild
. "$(dirname "$0")/../tools/cli.sh"

cp -R "$root/tests/golden/small/content" content
cp -R "$root/content/strings" content/strings
cp -R "$root/templates" templates
python3 "$root/tests/outside/rebuild.py" "$accord" 28
