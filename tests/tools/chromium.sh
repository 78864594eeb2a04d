# chromium.sh - for scripts of tests/outside that look at pages in a real browser: cli.sh, and browser; where there is
# none, they end with that.
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -z "$browser" ]; then
    echo "ok $suite: a browser # SKIP there is no chromium"
    exit 0
fi
. "$(dirname "$0")/../tools/cli.sh"

# told_by ADDRESS OPTION... - the results that the page prints, by its script
told_by() {
    timeout 900 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync \
        --user-data-dir="$work/profile" --dump-dom "$@" 2>err |
        sed -n "s/^.*\(not ok $suite: .*\)$/\1/p; t; s/^.*\(ok $suite: .*\)$/\1/p" | sed 's/<.*//' >said
    [ -s said ] && cat said || fail "the browser" "it said nothing: $(tail -n 1 err)"
}
