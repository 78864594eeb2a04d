#!/bin/sh
# install.sh install|uninstall DESTDIR PREFIX [PROGRAM] - puts the program and what it needs below
# DESTDIR/PREFIX, or takes them away again; called by make, in the top folder of the source.
what=$1
root=$2$3
program=$4
share=$root/share/accord
docs=$root/share/doc/accord

# copy FOLDER TO - its files that ship, without editors' leavings
copy() {
    (cd "$1" && find . -type f ! -name '.*' ! -name '*~' ! -name '#*' ! -name '*.bak' | LC_ALL=C sort) |
        while IFS= read -r file; do
            install -D -m 644 "$1/$file" "$2/$file" || exit 1
        done
}

remove() {
    rm -f "$root/bin/accord" "$root/share/man/man1/accord.1" \
        "$root/share/bash-completion/completions/accord" "$root/share/zsh/site-functions/_accord" &&
        rm -rf "$share" "$docs"
}

put() {
    install -D -m 755 "$program" "$root/bin/accord" &&
        copy templates "$share/templates" &&
        copy content/strings "$share/content/strings" &&
        install -D -m 644 generator/accord.1 "$root/share/man/man1/accord.1" &&
        install -D -m 644 generator/completion/accord.bash "$root/share/bash-completion/completions/accord" &&
        install -D -m 644 generator/completion/_accord "$root/share/zsh/site-functions/_accord" &&
        install -D -m 644 README.md "$docs/README.md" &&
        install -D -m 644 content/README.md "$docs/content/README.md" &&
        install -D -m 644 templates/README.md "$docs/templates/README.md" &&
        install -D -m 644 generator/README.md "$docs/generator/README.md" &&
        copy generator/pictures "$docs/generator/pictures" &&
        copy templates/ci "$docs/templates/ci" &&
        install -D -m 644 CHANGELOG.md "$docs/CHANGELOG.md" &&
        install -D -m 644 LICENSE "$docs/LICENSE"
}

case $what in
install)
    # What an earlier version put there and this one does not have would stay otherwise.
    rm -rf "$share" "$docs"
    put && echo "installed: $root/bin/accord"
    ;;
uninstall) remove && echo "removed: $root/bin/accord and what came with it" ;;
esac
