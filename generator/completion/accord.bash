# accord.bash - completion for bash: the program itself says what fits (accord __complete).
_accord() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
        :files) compopt -o default 2>/dev/null ;;
        :folders) compopt -o dirnames 2>/dev/null ;;
        *) COMPREPLY+=("${line%%$'\t'*}") ;;
        esac
    done < <("${COMP_WORDS[0]}" __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    # A part of an id, to go on with.
    if [[ ${COMPREPLY[0]-} == *. ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -F _accord accord
