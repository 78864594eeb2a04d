#!/usr/bin/env python3
"""answer.py COMMAND ANSWER... - runs a command on a terminal of its own and answers it.

Each time it prints a line that ends in "> ", the next answer is typed; "^D" ends the input, "^C"
interrupts.  Prints what the terminal showed, and exits as the command does (128 + signal); one that
neither asks nor ends is killed."""
import os
import pty
import re
import select
import signal
import sys
import time

# At the end of what came: zsh returns to the line's beginning before it, and asks for pasting marked.
prompt = re.compile(rb"(?:^|[\r\n])> (?:\x1b\[\?2004h)?$")
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
        if prompt.search(out):
            break
    return out


def ended(child):
    """Its status, once it ended: a minute after the last answer it has to."""
    for _ in range(600):
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status
        time.sleep(0.1)
    os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]


pid, terminal = pty.fork()
if pid == 0:
    # Whoever runs the tests in the background ignores these, and so would the command.
    for ignored in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_DFL)
    os.environ.update(TERM="dumb", PS1="> ")  # of shells
    os.execvp("sh", ["sh", "-c", "exec " + sys.argv[1]])
for answer in sys.argv[2:]:
    sys.stdout.buffer.write(shown(terminal))
    os.write(terminal, ends.get(answer) or answer.encode() + b"\n")
sys.stdout.buffer.write(shown(terminal))
status = os.waitstatus_to_exitcode(ended(pid))
sys.exit(status if status >= 0 else 128 - status)
