#!/bin/sh
# site_charts.sh OBJ - every page with charts in a real browser, in six languages, on a phone
# and on a wide screen, in light and in dark, in the widest face readers have (DejaVu Sans): no
# two texts meet, none leaves its drawing or is smaller than 12 pixels, all stand out from
# their ground, and the page fits its window.
obj=${1:?usage: site_charts.sh build/KIND}
suite="site charts"
. "$(dirname "$0")/../tools/chromium.sh"

if ! "$accord" build --quiet --content "$root/content" --output built >out 2>err; then
    fail "the shipped content" "the build failed"
    exit 0
fi

# One page that holds all of them, each in a window of its own width.
{
    echo '<!DOCTYPE html><meta charset="utf-8"><title>charts</title><body>'
    (cd built/site && grep -l '<figure class="chart' -r --include=index.html . | sort) |
        while read -r page; do
            for width in 320 1280; do
                echo "<iframe src=\"${page#./}\" width=\"$width\" height=\"800\" style=\"border:0\"></iframe>"
            done
        done
    cat "$root/tests/outside/site_charts.html"
} >built/site/harness.html

for scheme in light dark; do
    [ $scheme = dark ] && dark=--blink-settings=preferredColorScheme=0 || dark=
    # shellcheck disable=SC2086  # no word or one
    told_by "file://$work/built/site/harness.html?$scheme" --allow-file-access-from-files --hide-scrollbars $dark
done
