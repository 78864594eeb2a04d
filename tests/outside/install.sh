#!/bin/sh
# install.sh OBJ - make install: what is installed works in any folder, with the source gone; make
# uninstall takes away what install put there, and nothing else.
obj=${1:?usage: install.sh build/KIND}
suite=install
. "$(dirname "$0")/../tools/cli.sh"

kind=${obj##*/}
unset MAKEFLAGS MFLAGS MAKELEVEL

# A copy of the source with what is built, so that it can go.
mkdir -p "$work/source/build/$kind"
cd "$root" || exit 1
cp -Rp Makefile README.md CHANGELOG.md LICENSE generator templates content "$work/source/"
cp -Rp "$obj/generator" "$obj/libaccord.a" "$obj/accord" "$obj/flags" "$work/source/build/$kind/"
touch "$work/source/build/packages"
cd "$work/source" || exit 1
case $kind in *-sanitized) sanitize=1 ;; *) sanitize= ;; esac
prefix=$work/opt/accord

# run NAME COMMAND...
run() {
    name=$1
    shift
    if "$@" >../out 2>../err; then ok "$name"; else fail "$name" "exit $?: $(tail -3 ../err)"; fi
}

make_it() {
    make "$@" "CC=${kind%-sanitized}" "SANITIZE=$sanitize"
}

cp -p ../source/build/"$kind"/accord ../before
run "make install" make_it install "PREFIX=$prefix"
cmp -s build/"$kind"/accord ../before && ok "leaves the program of the source as it is" ||
    fail "leaves the program of the source as it is" "it was linked anew"
run "below another root" make_it install "DESTDIR=$work/root" PREFIX=/usr
[ -x "$work/root/usr/bin/accord" ] && ok "with its folders" || fail "with its folders" "no usr/bin/accord"
grep -q /usr/share/accord "$work/root/usr/bin/accord" && ok "where it will be found" ||
    fail "where it will be found" "it looks elsewhere"
[ ! -e "$work/root/usr/share/accord/templates/start/.gitignore" ] && ok "no hidden files" ||
    fail "no hidden files" "one is there"
cd .. && mv source gone || exit 1

mkdir elsewhere && cd elsewhere || exit 1
run "it says its version" "$prefix/bin/accord" version
run "it starts content" "$prefix/bin/accord" init project --lang en,ar
cd project && mkdir -p ../out.d && cp /dev/null ../out || exit 1
run "which builds" "$prefix/bin/accord" build
says output/site/ar/index.html "with the shipped words" 'اتفاق'
[ -s output/documents/annual-report-2025.ar.pdf ] && ok "papers too" || fail "papers too" "there is none"
run "and goes on" "$prefix/bin/accord" new partner --name 'Sample lake' --type ngo --sample
cd "$work" || exit 1
if command -v man >out 2>err && MANPATH=$prefix/share/man man -w accord >out 2>err; then
    says out "its page is found" "$prefix/share/man/man1/accord.1"
else
    [ -s "$prefix/share/man/man1/accord.1" ] && ok "its page is there" || fail "its page is there" "no"
fi
for file in share/bash-completion/completions/accord share/zsh/site-functions/_accord share/doc/accord/content/README.md; do
    [ -s "$prefix/$file" ] && ok "$file" || fail "$file" "it is missing"
done

echo other >"$prefix/bin/other"
cd gone || exit 1
run "make uninstall" make_it uninstall "PREFIX=$prefix"
left=$(find "$prefix" -type f)
[ "$left" = "$prefix/bin/other" ] && ok "takes all away, and nothing else" ||
    fail "takes all away, and nothing else" "$left"
mkdir output && touch output/mine
run "make clean" make_it clean
[ ! -e build ] && [ -e output/mine ] && ok "removes what was built" || fail "removes what was built" "$(ls)"
run "make distclean" make_it distclean
[ ! -e output ] && ok "removes what was made, too" || fail "removes what was made, too" "output/ is there"
