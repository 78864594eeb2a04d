#!/bin/sh
# run.sh OBJ - the site of content/ in a real browser; prints "ok NAME" or "not ok NAME: why".
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
command -v node >/dev/null || missing="$missing nodejs"
command -v npm >/dev/null || missing="$missing npm"
command -v java >/dev/null || missing="$missing default-jre-headless"
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086  # a list of names
    sh generator/packages.sh $missing >&2 || without "there is no$missing, and it could not be installed"
fi
[ "$(node -p 'process.versions.node.split(".")[0] >= 18')" = true ] ||
    without "Node is older than 18: $(node --version)"

if ! cmp -s $here/package-lock.json $kept/package-lock.json || [ ! -f $kept/installed ]; then
    rm -rf $kept
    mkdir -p $kept && cp $here/package.json $here/package-lock.json $kept/ || exit 1
    echo "accord: installing what $here/package.json names, under $kept" >&2
    # vnu-jar's own install script only looks for Java
    (cd $kept && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) ||
        without "npm ci failed: $(grep -v '^npm warn' $kept/npm.log | head -n 2 | tr '\n' ' ')"
    touch $kept/installed
fi

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
if ! "$obj/accord" build --quiet --output "$work/out" >"$work/log" 2>&1; then
    echo "not ok browser: the build failed: $(head -n 3 "$work/log" | tr '\n' ' ')"
    exit 0
fi
NODE_PATH=$kept/node_modules CHROMIUM=$(find_browser) node $here/main.js "$work/out/site"
