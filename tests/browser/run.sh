#!/bin/sh
# run.sh OBJ - the site of content/, and its preview, in a real browser; prints "ok NAME" or "not ok NAME: why".
#
# Needs a Chromium, Node 18 or later with npm, Java, and the packages of package-lock.json.
# What is missing is installed: Debian packages where apt-get may, the others under build/.
# Where that cannot be, the tests are skipped with a word; where CI is set, they fail.
obj=${1:?usage: run.sh build/KIND}
here=tests/browser
kept=build/browser

# without WHY - say that the tests cannot run here, and end.
without() {
    if [ -n "$CI" ]; then
        echo "not ok browser: $1"
    else
        echo "ok browser # SKIP $1"
    fi
    exit 0
}

find_browser() {
    command -v chromium || command -v chromium-browser || command -v google-chrome
}

missing=
[ -n "$(find_browser)" ] || missing=chromium
command -v java >/dev/null || missing="$missing default-jre-headless"
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086  # a list of names
    sh generator/packages.sh $missing >&2 || without "there is no $missing, and it could not be installed"
fi
why=$(sh tests/tools/node_packages.sh $here $kept) || without "$why"

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
if ! "$obj/accord" build --quiet --output "$work/out" >"$work/log" 2>&1; then
    echo "not ok browser: the build failed: $(head -n 3 "$work/log" | tr '\n' ' ')"
    exit 0
fi
# The sites of hostile.js.
export PYTHONDONTWRITEBYTECODE=1
for payload in plain 0 1 2; do
    number=$payload
    [ $payload = plain ] && number=
    # shellcheck disable=SC2086  # none for the plain one
    if ! /usr/bin/python3 tests/outside/escape_content.py "$work/content-$payload" content/strings $number ||
        ! "$obj/accord" build --quiet --content "$work/content-$payload" --output "$work/hostile/$payload" >"$work/log" 2>&1; then
        echo "not ok browser: hostile content does not build: $(head -n 3 "$work/log" | tr '\n' ' ')"
        exit 0
    fi
done
HOSTILE=$work/hostile NODE_PATH=$kept/node_modules ACCORD=$obj/accord CHROMIUM=$(find_browser) node $here/main.js "$work/out/site"
