#!/usr/bin/python3
"""serve_hostile.py ACCORD CONTENT TEMPLATES - the preview, asked over bare sockets by whom it should not trust.

It is alone on loopback; names of other hosts and pages of other origins are refused; no path leads out of the site; what is
slow, malformed, huge, half-closed or many is survived, without growing.
"""
import atexit
import os
import socket
import subprocess
import sys
import time

from answers import Answers

accord, content, templates = sys.argv[1:4]
server = subprocess.Popen([accord, "serve", "--port", "0", "--content", content, "--templates", templates, "--color", "never"],
                          stdout=subprocess.PIPE, stderr=open("told", "wb"), text=True)
atexit.register(server.kill)
address = server.stdout.readline().strip()
port = int(address.split(":")[2].split("/")[0])
answers = Answers("serve")
US = "127.0.0.1:%d" % port
WAIT = 60  # longer than anything may take on a busy machine


def connect():
    s = socket.create_connection(("127.0.0.1", port), timeout=WAIT)
    s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return s


def take(s):
    """All there is until the other end closes."""
    got = b""
    try:
        while True:
            piece = s.recv(65536)
            if not piece:
                return got
            got += piece
    except OSError:
        return got


def ask(raw):
    with connect() as s:
        try:
            s.sendall(raw)
        except OSError:
            pass
        return take(s)


def get(path, *fields, method="GET", host=US):
    lines = ["%s %s HTTP/1.1" % (method, path)] + (["Host: " + host] if host is not None else []) + list(fields)
    return ask("\r\n".join(lines + ["", ""]).encode("utf-8", "surrogateescape"))


def status(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.") else 0


def expect(name, wanted, answer, *held):
    got = status(answer)
    fault = None if got in wanted else "status %d: %r" % (got, answer[:200])
    for text in held:
        fault = fault or (None if text in answer else "%r is missing" % text)
    answers.told(not fault, name, fault)


def alive():
    return status(get("/en/")) == 200 and server.poll() is None


def memory():
    with open("/proc/%d/status" % server.pid) as f:
        return next(int(line.split()[1]) for line in f if line.startswith("VmRSS"))


def files():
    return len(os.listdir("/proc/%d/fd" % server.pid))


def who_may_ask():
    expect("it answers", {200}, get("/en/"), b"Content-Security-Policy: default-src 'none'", b"X-Content-Type-Options: nosniff",
           b"Cross-Origin-Resource-Policy: same-origin", b"Referrer-Policy: no-referrer")
    own = socket.gethostbyname(socket.gethostname())
    for family, host in ((socket.AF_INET, own), (socket.AF_INET, "127.0.0.2"), (socket.AF_INET6, "::1")):
        if host == "127.0.0.1":
            continue
        try:
            socket.socket(family).connect((host, port))
            answers.told(False, "it listens on 127.0.0.1 alone", "and on " + host)
        except OSError:
            answers.told(True, "it does not listen on " + ("the address of this host" if host == own else host))
    for host in ("evil.example", "evil.example:%d" % port, "127.0.0.1.evil.example:%d" % port, "localhost.:%d" % port, "127.0.0.1:1", "127.0.0.1",
                 "127.0.0.1:%d:%d" % (port, port), "127.0.0.1@evil.example:%d" % port, "0.0.0.0:%d" % port, "2130706433:%d" % port, "[::]:%d" % port, "[::1]:%d" % port,
                 "127.1:%d" % port, "127.0.0.1:0%d" % port, "127.0.0.1:%d/" % port, "127.0.0.1:%d evil" % port, "", "\xff", "127.0.0.1:%d" % (port + 65536)):
        expect("host %r is refused" % host, {400, 403}, get("/", host=host))
    expect("a refusal says why", {403}, get("/", host="evil.example"), b"answers only to its own address")
    expect("without a host, too", {400, 403}, get("/", host=None))
    expect("two hosts are no host of ours", {400, 403}, get("/", "Host: evil.example", host="evil.example"))
    for fields in (["Origin: http://evil.example"], ["Origin: null"], ["Origin: http://127.0.0.1:1"], ["Origin: https://" + US],
                   ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"], ["Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: cors"]):
        for path in ("/en/", "/.accord/state.json", "/.accord/events?page=/en/&made=0"):
            expect("%s may not read %s" % (fields, path), {403}, get(path, *fields), b"no page of another address")
    expect("a link from elsewhere may be followed", {200}, get("/en/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"))
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "GETX", "\x00", "M" * 5000):
        expect("method %r is refused" % method[:12], {0, 400, 405, 413, 414, 431, 501}, get("/en/", "Content-Length: 0", method=method))


def where_to():
    ways = ["../secret.txt", "../../etc/passwd", "%2e%2e/secret.txt", "%2e%2e%2fsecret.txt", "..%2fsecret.txt", "%252e%252e%252fsecret.txt",
            "..%252fsecret.txt", "..\\secret.txt", "..%5csecret.txt", "%5c..%5csecret.txt", "en/../../secret.txt", "en/%2e%2e/%2e%2e/secret.txt",
            "....//secret.txt", "..;/secret.txt", "%c0%ae%c0%ae/secret.txt", "%e0%80%ae%e0%80%ae/secret.txt", "\uff0e\uff0e/secret.txt", "en/index.html%00.txt",
            "%00", "en%00/", "/etc/passwd", "//etc/passwd", "%2fetc%2fpasswd", "file:///etc/passwd", "C:/x", "content/site.yaml",
            ".git/config", ".accord/../secret.txt", ".accord/%2e%2e/secret.txt", ".accord/site.mustache", ".accord/", "en/%0d%0aX: y/", "en/%0a", "%", "%g0",
            "%2", "en/\x01", "en/\x7f", "?", "#", "a" * 20000, "/".join("a" * 9000), "..", ".", "en/.", "en/..", "en/./index.html", "~root/x", "en/index.html/"]
    for way in ways:
        answer = get("/" + way)
        head = answer.split(b"\r\n\r\n")[0]
        fault = None if status(answer) in (0, 400, 403, 404, 413, 414, 431) or way in "?#" else "status %d" % status(answer)
        if b"secret\n" in answer or b"root:" in answer or b"\nX: y" in head:
            fault = "it is given: %r" % answer[-100:]
        answers.told(not fault, "no way: /%s" % ascii(way[:40]), fault)
    for target in ("http://evil.example/", "http://%s/en/" % US, "*", "en/", "", "//evil.example/en/", "http:/en/"):
        answer = get(target)
        answers.told(status(answer) in (0, 400, 404, 505), "target %r leads nowhere else" % target, "status %d" % status(answer))
    answer = get("/en?x=\ty\x85&z=1")
    answers.told(b"\x85\r\n" not in answer and b"\nx=" not in answer, "a redirect has one line", repr(answer[:200]))
    expect("an elsewhere in a path stays here", {400, 404}, get("//evil.example/%2e"))


def malformed():
    field = b"Host: " + US.encode() + b"\r\n"
    for name, raw in {
            "nothing": b"", "an empty line": b"\r\n\r\n\r\n\r\n", "no request": b"nonsense\r\n\r\n", "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
            "bytes": bytes(range(256)) * 40, "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/0.9": b"GET /en/\r\n", "another version": b"GET / HTTP/9.9\r\n" + field + b"\r\n",
            "bare line ends": b"GET /en/ HTTP/1.1\n" + field.replace(b"\r", b"") + b"\n", "bare returns": b"GET /en/ HTTP/1.1\r" + field + b"\r\r",
            "NULs": b"GET /\0en/ HTTP/1.1\r\n" + field + b"X: \0\r\n\r\n", "folded fields": b"GET /en/ HTTP/1.1\r\n" + field + b"X: a\r\n  b\r\n\r\n",
            "a field without a name": b"GET /en/ HTTP/1.1\r\n" + field + b": x\r\n\r\n", "a blank before the colon": b"GET /en/ HTTP/1.1\r\nHost : x\r\n" + field + b"\r\n",
            "a huge address": b"GET /" + b"a" * 1000000 + b" HTTP/1.1\r\n" + field + b"\r\n", "a huge field": b"GET / HTTP/1.1\r\n" + field + b"X: " + b"a" * 1000000 + b"\r\n\r\n",
            "many fields": b"GET / HTTP/1.1\r\n" + field + b"".join(b"X%d: y\r\n" % i for i in range(50000)) + b"\r\n",
            "a huge length": b"POST / HTTP/1.1\r\n" + field + b"Content-Length: 99999999999999999999999\r\n\r\nx",
            "a length below zero": b"POST / HTTP/1.1\r\n" + field + b"Content-Length: -1\r\n\r\nx", "two lengths": b"POST / HTTP/1.1\r\n" + field + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxy",
            "length and chunks": b"POST / HTTP/1.1\r\n" + field + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
            "bad chunks": b"POST / HTTP/1.1\r\n" + field + b"Transfer-Encoding: chunked\r\n\r\nzzzz\r\n", "endless chunks": b"POST / HTTP/1.1\r\n" + field + b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * 100000,
            "an upgrade": b"GET /en/ HTTP/1.1\r\n" + field + b"Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n", "ranges": b"GET /en/ HTTP/1.1\r\n" + field + b"Range: bytes=0-1,-1,999999999999-\r\n\r\n",
            "an expectation": b"POST /en/ HTTP/1.1\r\n" + field + b"Expect: 100-continue\r\nContent-Length: 5\r\n\r\n"}.items():
        answer = b""
        with connect() as s:
            try:
                s.sendall(raw)
                s.shutdown(socket.SHUT_WR)
            except OSError:
                pass
            answer = take(s)
        answers.told(alive() and status(answer) < 500 or status(answer) in (501, 505), "survived: " + name, "status %d" % status(answer))
    pages = b"".join(b"GET /en/ HTTP/1.1\r\n" + field + b"\r\n" for _ in range(500))
    answers.told(status(ask(pages)) == 200 and alive(), "survived: five hundred requests at once", "it is gone")
    expect("events without a page are refused", {400}, get("/.accord/events"))
    expect("or with one that climbs", {400}, get("/.accord/events?page=/../x&made=0"))


def slow():
    """Many who hold their connections, in all ways there are."""
    before, opened = files(), []
    request = ("GET /en/ HTTP/1.1\r\nHost: %s\r\n\r\n" % US).encode()
    for i in range(600):
        try:
            s = connect()
            s.setblocking(False)
            opened.append(s)
            if i % 4 == 1:
                s.send(request[:20])          # stops within its request
            elif i % 4 == 2:
                s.send(request)               # never reads
            elif i % 4 == 3:
                s.send(request)
                s.shutdown(socket.SHUT_WR)    # half-closed
        except OSError:
            break
    begun = time.time()
    answers.told(alive(), "those who hold six hundred connections keep nobody out for long", "no answer after %.0f s" % (time.time() - begun))
    for s in opened:
        s.close()
    limit = time.time() + WAIT
    while files() > before + 8 and time.time() < limit:
        time.sleep(0.2)
    answers.told(files() <= before + 8, "and all are given up", "%d descriptors are open" % files())


def streams():
    opened = []
    for i in range(100):
        s = connect()
        s.sendall(("GET /.accord/events?page=/en/&made=%d HTTP/1.1\r\nHost: %s\r\n\r\n" % (i, US)).encode())
        opened.append(s)
    got = [s.recv(65536) for s in opened]
    refused = sum(status(a) == 503 for a in got)
    answers.told(0 < refused < 100 and alive(), "streams are limited", "%d of 100 are refused" % refused)
    for s in opened:
        s.close()
    time.sleep(0.2)
    answers.told(alive(), "and the server goes on", "it does not")


def drip():
    """A letter now and then: the library alone would wait for hours."""
    request = ("GET /en/ HTTP/1.1\r\nHost: %s\r\nX: " % US).encode()
    s, begun = connect(), time.time()
    try:
        s.sendall(request)
        while time.time() - begun < 3 * WAIT:
            s.sendall(b"x")
            time.sleep(1)
            s.setblocking(False)
            try:
                if s.recv(1) == b"":
                    break
            except BlockingIOError:
                pass
            s.setblocking(True)
    except OSError:
        pass
    took = time.time() - begun
    answers.told(took < 2 * WAIT, "a letter now and then is not waited for", "for %.0f s" % took)


def growth():
    """The same asked again and again needs no more room."""
    paths = ["/en/", "/nothing", "/en/../x", "/en/documents/nothing.pdf", "/en/charts/nothing.svg", "/assets/search-en", "/en?x", "/.accord/state.json"]
    for path in paths * 40:
        get(path)
    before = memory()
    for path in paths * 100:
        get(path)
    more = memory() - before
    if "sanitized" in accord:  # AddressSanitizer keeps what was freed for a while
        return
    answers.told(more < 2048, "the same asked again needs no more room", "%d kB after %d requests" % (more, 100 * len(paths)))


def misses():
    """What is not there leaves nothing behind, by whatever name it is asked for."""
    ways = ["/en/x%d", "/en/x%d.pdf", "/x%d", "/data/x%d", "/en/figures/2024.x%d/", "/en/agreements/x%d/", "/en/documents/x%d.pdf"]
    before = 0
    for number in range(500):
        if number == 100:
            before = memory()
        for way in ways + (["/en/charts/x%d.svg"] if number % 20 == 0 else []):
            get(way % number)
    more = memory() - before
    if "sanitized" not in accord:
        answers.told(more < 2048, "what is not there leaves nothing behind", "%d kB" % more)


def main():
    for part in (who_may_ask, where_to, malformed, slow, streams, growth, misses) + ((drip,) if os.environ.get("SLOW") else ()):
        part()
    answers.told(alive(), "it is still there", "it ended with %s" % server.poll())
    server.terminate()
    code = server.wait(WAIT)
    with open("told", errors="replace") as f:
        told = f.read()
    answers.told(code == 0, "it ends in peace", "status %d: %s" % (code, told[-500:]))


main()
