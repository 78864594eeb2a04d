#!/bin/sh
# site_charts.sh OBJ - every page with charts in a real browser, in six languages, on a phone
# and on a wide screen, in light and in dark, in the widest face readers have (DejaVu Sans): no
# two texts meet, none leaves its drawing or is smaller than 12 pixels, all stand out from
# their ground, and the page fits its window.
obj=${1:?usage: site_charts.sh build/KIND}
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -z "$browser" ]; then
    echo "ok site charts: a browser draws them # SKIP there is no chromium"
    exit 0
fi
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

if ! "$obj/accord" build --quiet --output "$work/out" >"$work/log" 2>&1; then
    echo "not ok site charts: the build failed: $(head -n 3 "$work/log" | tr '\n' ' ')"
    exit 0
fi

# One page that holds all of them, each in a window of its own width.
{
    echo '<!DOCTYPE html><meta charset="utf-8"><title>charts</title><body>'
    (cd "$work/out/site" && grep -l '<figure class="chart' -r --include=index.html . | sort) |
        while read -r page; do
            for width in 320 1280; do
                echo "<iframe src=\"${page#./}\" width=\"$width\" height=\"800\" style=\"border:0\"></iframe>"
            done
        done
    cat tests/outside/site_charts.html
} >"$work/out/site/harness.html"

for scheme in light dark; do
    [ $scheme = dark ] && dark=--blink-settings=preferredColorScheme=0 || dark=
    timeout 900 "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
        --disable-background-networking --disable-component-update --disable-sync $dark \
        --allow-file-access-from-files --hide-scrollbars --user-data-dir="$work/profile-$scheme" \
        --dump-dom "file://$work/out/site/harness.html?$scheme" 2>"$work/err" |
        sed -n 's/^.*\(not ok site charts: .*\)$/\1/p; t; s/^.*\(ok site charts: .*\)$/\1/p' |
        sed 's/<.*//' >"$work/said"
    if [ -s "$work/said" ]; then
        cat "$work/said"
    else
        echo "not ok site charts: the browser said nothing: $(tail -n 1 "$work/err")"
    fi
done
