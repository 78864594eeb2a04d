# complete.sh PROGRAM SCRIPT LINE - what bash would offer at the end of LINE, one a line.  (bash)
program=$1
source "$2"
eval "words=($3)"
[[ $3 == *' ' ]] && words+=("")
COMP_WORDS=("$program" "${words[@]:1}")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_accord
printf '%s\n' "${COMPREPLY[@]}"
