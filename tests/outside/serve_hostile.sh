#!/bin/sh
# serve_hostile.sh OBJ - accord serve against clients that mean harm or know no better: serve_hostile.py.
# SLOW=1 waits, too, until those who send a letter now and then are given up (half a minute).
obj=${1:?usage: serve_hostile.sh build/KIND}
suite=serve-hostile
. "$(dirname "$0")/../tools/cli.sh"
cp -R "$root/tests/golden/small/content" content
cp -R "$root/content/strings" content/strings
printf 'secret\n' >secret.txt
/usr/bin/python3 "$root/tests/outside/serve_hostile.py" "$accord" content "$root/templates"
