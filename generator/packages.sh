#!/bin/sh
# packages.sh PACKAGE... - install the Debian packages that are missing, and only those.
# As root or through sudo; says plainly what to do when neither works.
missing=
for p in "$@"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || missing="$missing $p"
done
[ -z "$missing" ] && exit 0
if [ "$(id -u)" -eq 0 ]; then
    sudo=
elif command -v sudo >/dev/null 2>&1; then
    sudo=sudo
else
    echo "accord: these Debian packages are missing, and there is neither root nor sudo:" >&2
    echo "accord:$missing" >&2
    echo "accord: ask an administrator to run: apt-get install$missing" >&2
    exit 1
fi
command -v apt-get >/dev/null 2>&1 || {
    echo "accord: apt-get is not here; please install the equivalents of:$missing" >&2
    exit 1
}
echo "accord: installing$missing"
export DEBIAN_FRONTEND=noninteractive
install() {
    # shellcheck disable=SC2086  # a list of names
    $sudo apt-get install -y --no-install-recommends $missing >&2
}
install || { $sudo apt-get update >&2 && install; } || {
    echo "accord: apt-get could not install:$missing" >&2
    echo "accord: see its messages above; then run make again" >&2
    exit 1
}
