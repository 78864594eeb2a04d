#!/usr/bin/env python3
"""answer.py COMMAND ANSWER... - runs a command on a terminal of its own and answers it.

Each time it prints a line that ends in "> ", the next answer is typed; "^D" ends the input, "^C"
interrupts.  Prints what the terminal showed, and exits as the command does (128 + signal)."""
import os
import pty
import select
import sys

ends = {"^D": b"\x04", "^C": b"\x03"}


def shown(terminal):
    """What is printed until it asks or ends."""
    out = b""
    while select.select([terminal], [], [], 20)[0]:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        out += part
        if out.endswith(b"\n> "):
            break
    return out


pid, terminal = pty.fork()
if pid == 0:
    os.execvp("sh", ["sh", "-c", "exec " + sys.argv[1]])
for answer in sys.argv[2:]:
    sys.stdout.buffer.write(shown(terminal))
    os.write(terminal, ends.get(answer) or answer.encode() + b"\n")
sys.stdout.buffer.write(shown(terminal))
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
sys.exit(status if status >= 0 else 128 - status)
