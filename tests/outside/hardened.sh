#!/bin/sh
# hardened.sh OBJ - the program has what generator/hardening.sh asks compiler and linker for, as readelf
# (of binutils, as the linker is) sees it in the file; and what it asks for fits the compiler.
obj=${1:?usage: hardened.sh build/KIND}
suite=hardened
. "$(dirname "$0")/../tools/cli.sh"
kind=$(basename "$obj")
case $kind in
*-*)
    echo "ok $suite: flags # SKIP a build that looks for faults ($kind) is without them"
    exit 0
    ;;
esac
cc=$kind
hardening=$root/generator/hardening.sh
compiled=$(sh "$hardening" compile "$cc" "${CFLAGS--O2 -g}")
linked=$(sh "$hardening" link "$cc" "${CFLAGS--O2 -g}")

# asked FLAG NAME COMMAND... - where the compiler knows the flag, the command finds what it does
asked() {
    flag=$1
    name=$2
    shift 2
    case " $compiled $linked " in
    *" $flag"*)
        if "$@"; then
            ok "$name"
        else
            echo "not ok $suite: $name: not in $accord, though $cc knows $flag"
        fi
        ;;
    *) echo "ok $suite: $name # SKIP $cc does not know $flag with these CFLAGS" ;;
    esac
}

readelf -hlWd "$accord" >elf
readelf -nW "$accord" >notes 2>/dev/null
readelf --dyn-syms -W "$accord" | awk '$4 == "FUNC" && $7 == "UND" { sub(/@.*/, "", $8); print $8 }' >calls

pie() { grep -q 'Type: *DYN' elf && grep -q 'FLAGS_1.*PIE' elf; }
relro() { grep -q GNU_RELRO elf; }
bind_now() { grep -q 'BIND_NOW' elf && grep -q 'FLAGS_1.*NOW' elf && ! grep -q TEXTREL elf; }
stack_not_run() { grep 'GNU_STACK' elf | grep -q ' RW  *0x' && ! grep -q ' RWE ' elf; }
stack_guarded() { grep -qx '__stack_chk_fail' calls; }
fortified() { [ "$(grep -c '^__.*_chk$' calls)" -ge 3 ]; }
landings() { objdump -d --no-show-raw-insn "$accord" | grep -q 'endbr64\|endbr32'; }

asked -pie "loaded anywhere (PIE)" pie
asked -Wl,-z,relro "tables of addresses become read-only (RELRO)" relro
asked -Wl,-z,relro,-z,now "all of them, at the start (BIND_NOW)" bind_now
asked -Wl,-z,noexecstack "nothing that can be written can be run (NX)" stack_not_run
asked -fstack-protector-strong "return addresses are guarded" stack_guarded
asked '-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE' "calls that know the sizes of their objects" fortified
asked -fcf-protection "indirect jumps land where they may" landings

# Of what this compiler knows nothing is left out; what it does not know is.
flags_of() {
    sh "$hardening" "$1" "$2" "$3"
}
case $(uname -m)-$(flags_of compile gcc -O2) in
x86_64-*-fstack-protector-strong*-fPIE*-fcf-protection*_FORTIFY_SOURCE*) ok "gcc has all flags" ;;
x86_64-*) echo "not ok $suite: gcc has all flags: $(flags_of compile gcc -O2)" ;;
*) echo "ok $suite: gcc has all flags # SKIP another architecture" ;;
esac
case $(flags_of compile gcc -O0) in
*_FORTIFY_SOURCE*) echo "not ok $suite: fortify without optimisation" ;;
*-fPIE*) ok "nothing is fortified that is not optimised" ;;
*) echo "not ok $suite: no flags without optimisation" ;;
esac
case $(flags_of compile gcc '-O2 -D_FORTIFY_SOURCE=1') in
*_FORTIFY_SOURCE*) echo "not ok $suite: CFLAGS that say how much to fortify" ;;
*) ok "CFLAGS may say how much to fortify" ;;
esac
# A compiler that knows a few flags only, as older ones and other architectures do.
cat >few <<'END'
#!/bin/sh
for word in "$@"; do
    case $word in -fcf-protection | -fstack-clash-protection | -ftrivial*) exit 1 ;; esac
done
exec gcc "$@"
END
chmod +x few
case $(flags_of compile "$work/few" -O2) in
*clash* | *cf-prot* | *trivial*) echo "not ok $suite: flags that a compiler refuses are left out" ;;
*-fstack-protector-strong*-fPIE*) ok "flags that a compiler refuses are left out" ;;
*) echo "not ok $suite: flags that a compiler knows are kept" ;;
esac

# Where it was built is told by nothing but the folder of what ships.
strings -a "$accord" | grep -F "$root" | grep -vx -e "$root" -e "$root/templates" >leaks
if [ -s leaks ]; then
    echo "not ok $suite: nothing else names the folder of the source: $(head -n 1 leaks)"
else
    ok "nothing else names the folder of the source"
fi
