#!/bin/sh
# node_packages.sh DIR KEPT - install what DIR/package-lock.json names into KEPT/node_modules, unless
# it is there; Node and npm as Debian packages where they are missing.  Where that cannot be, says
# why on standard output and ends with 1.
here=${1:?usage: node_packages.sh DIR KEPT}
kept=${2:?usage: node_packages.sh DIR KEPT}

without() {
    echo "$1"
    exit 1
}

missing=
command -v node >/dev/null || missing=nodejs
command -v npm >/dev/null || missing="$missing npm"
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086  # a list of names
    sh generator/packages.sh $missing >&2 || without "there is no $missing, and it could not be installed"
fi
[ "$(node -p 'process.versions.node.split(".")[0] >= 18')" = true ] ||
    without "Node is older than 18: $(node --version)"
cmp -s "$here/package-lock.json" "$kept/package-lock.json" && [ -f "$kept/installed" ] && exit 0
rm -rf "$kept"
mkdir -p "$kept" && cp "$here/package.json" "$here/package-lock.json" "$kept/" || without "$kept cannot be made"
echo "accord: installing what $here/package.json names, under $kept" >&2
# no package here needs a script of its own to be installed
(cd "$kept" && npm ci --ignore-scripts --no-audit --no-fund >npm.log 2>&1) ||
    without "npm ci failed: $(grep -v '^npm warn' "$kept/npm.log" | head -n 2 | tr '\n' ' ')"
touch "$kept/installed"
