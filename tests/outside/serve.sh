#!/bin/sh
# serve.sh OBJ - accord serve, asked by curl: what it gives, what it refuses, what a change does.
#
# Nothing here depends on how long anything takes: what is to happen is waited for, and only where it
# never does the test fails (after a minute).
obj=${1:?usage: serve.sh build/KIND}
suite=serve
. "$(dirname "$0")/../tools/cli.sh"

server=
others=
# shellcheck disable=SC2086  # a list of process ids
trap '[ -z "$server$others" ] || kill $server $others 2>/dev/null; rm -rf "$work"' EXIT
cp -R "$root/tests/golden/small/content" content
cp -R "$root/content/strings" content/strings

# until_true COMMAND... - tries again until it is; false after a minute
until_true() {
    tries=0
    until "$@"; do
        tries=$((tries + 1))
        [ $tries -lt 600 ] || return 1
        sleep 0.1
    done
}

# start ARGUMENT... - leaves server, port and address; its output in served, its messages in told
start() {
    : >served
    "$accord" serve --port 0 --content content --templates "$root/templates" --color never "$@" \
        >served 2>told &
    server=$!
    until_true grep -q '^http' served || fail "it starts" "it says no address"
    address=$(head -n 1 served)
    port=${address##*:}
    port=${port%%/*}
}

gone() {
    ! kill -0 "$1" 2>/dev/null
}

# stop SIGNAL NAME
stop() {
    kill -s "$1" "$server"
    until_true gone "$server" || fail "$2" "it is still there"
    wait "$server"
    status=$?
    server=
    if [ $status -eq 0 ]; then
        ok "$2"
    else
        cp told err
        fail "$2" "exit $status"
    fi
}

# status WANTED NAME CURL-ARGUMENT... - leaves body and head
status() {
    want=$1
    name=$2
    shift 2
    got=$(curl -s --path-as-is -o body -D head -w '%{http_code}' "$@")
    if [ "$got" = "$want" ]; then
        ok "$name"
    else
        fail "$name" "status $got instead of $want"
    fi
}

sum_of() {
    curl -s "$address$1" | sed -n 's/.*preview\.js" data-made="\([0-9a-f]*\)".*/\1/p'
}

# state GREP-ARGUMENT... - what is known of the content
state() {
    curl -s "${address}.accord/state.json" | grep -q "$@"
}

# --- every file, as build makes it ---

start
mount=$(printf %s "$address" | sed 's|http://[^/]*||')
if "$accord" build --quiet --content content --templates "$root/templates" --output output 2>err; then
    ok "the same content builds"
else
    fail "the same content builds" "it does not"
fi
(cd output/site && find . -type f | sed 's|^\./||' | LC_ALL=C sort) >files
sed "s|.*|url = \"$address&\"\noutput = \"got/&\"|" files >asked
curl -s --fail --create-dirs -K asked || fail "all files are there" "curl: $?"
find got -name '*.html' -exec grep -L 'src="/\.accord/preview\.js"' {} + >bare
find got -name '*.html' -exec sed -i '/^<script src="\/\.accord\/preview\.js" data-made="[0-9a-f]*" defer><\/script>$/d' {} +
if [ "$(wc -l <files)" -gt 500 ] && diff -r output/site got >differs; then
    ok "every file has the bytes of a build, save one line of each page"
else
    fail "every file has the bytes of a build" "$(head -n 5 differs)"
fi
same "which each page has" "" "$(cat bare)"

# --- addresses ---

status 200 "the root is a page" "$address"
says head "that is not kept" 'Cache-Control: no-store'
says head "under the strict policy" "Content-Security-Policy: default-src 'none'"
says head "as what it is" 'X-Content-Type-Options: nosniff'
status 200 "a folder is its page" "${address}en/agreements/"
status 302 "a folder without its stroke leads there" "${address}en/agreements"
says head "by its name" "Location: agreements/"
status 302 "with the query" "${address}en/search?q=schools"
says head "kept" "Location: search/?q=schools"
status 200 "a search is a page" "${address}en/search/?q=a%20b&region=AFR"
status 404 "what is not there" "${address}en/nothing/"
says body "is the page for wrong addresses" '<h1>404</h1>'
status 404 "nor a folder's list" "${address}assets/"
status 200 "HEAD is answered" -I "${address}en/"
status 200 "a paper is made" "${address}en/documents/yearly/yearly.en.pdf"
says head "as what it is" 'Content-Type: application/pdf'

for path in ../../etc/passwd ..%2f..%2fetc/passwd %2e%2e/%2e%2e/etc/passwd en/../../../etc/passwd \
    en/..%5c..%5cetc 'en\..\..\etc' en/%00index.html en/index.html%00.png en/%zz en/% en/%0d%0aSet-Cookie: \
    en/./index.html; do
    status 400 "refused: $path" "$address$path"
done
status 404 "an absolute path leads nowhere" "$address/etc/passwd"
status 404 "nor another file of the content" "${address}../content/site.yaml" --path-as-is -g \
    --request-target "${mount}content/site.yaml"
status 400 "a target that is an address of elsewhere" --request-target "http://example.org/" "$address"

status 403 "another host's name" -H 'Host: partners.example.org' "$address"
status 403 "with our port, too" -H "Host: partners.example.org:$port" "$address"
status 403 "ours with another port" -H 'Host: localhost:1' "$address"
status 403 "one that begins as ours" -H "Host: localhost.example.org:$port" "$address"
status 403 "none" -H 'Host:' "$address"
status 200 "localhost" -H "Host: localhost:$port" "$address"
for method in POST PUT DELETE OPTIONS TRACE PROPFIND; do
    status 405 "$method is refused" -X $method "$address"
done
says head "and says what is not" 'Allow: GET, HEAD'
status 405 "a body too" -d "$(printf '%01000d' 0)" "$address"

# --- who does not keep to the protocol ---

# raw TEXT - sends bytes as they are; leaves body
raw() {
    printf "$1" | curl -s --max-time 3 "telnet://127.0.0.1:$port" >body 2>/dev/null
}
raw 'nonsense\r\n\r\n'
raw 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n'
raw 'GET  \r\n: : :\r\n\r\n'
raw '\000\001\002\377\r\n\r\n'
raw "GET /$(printf '%040000d' 0) HTTP/1.1\r\nHost: localhost:$port\r\n\r\n"
raw "GET / HTTP/1.1\r\nHost: localhost:$port\r\nX: $(printf '%040000d' 0)\r\n\r\n"
raw "POST / HTTP/1.1\r\nHost: localhost:$port\r\nContent-Length: 99999999999999999999\r\n\r\n"
raw "POST / HTTP/1.1\r\nHost: localhost:$port\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
status 200 "nonsense is survived" "$address"
slow=1
while [ $slow -le 20 ]; do
    # One that never ends its request, and one that never reads the answer.
    (printf 'GET / HTTP/1.1\r\nHost: '; sleep 100) | curl -s "telnet://127.0.0.1:$port" >/dev/null 2>&1 &
    others="$others $!"
    slow=$((slow + 1))
done
status 200 "those who are slow keep nobody waiting" "$address"

# hold N FILE - N requests that never end; says so in FILE, and there again when all were given up
hold() {
    bash -c 'for i in $(seq "$1"); do
            exec {fd}<>"/dev/tcp/127.0.0.1/$2" && printf "GET /en/ HTTP/1.1\r\nHost: 127" >&$fd && all="$all $fd"
        done
        echo held
        for fd in $all; do
            cat <&$fd
        done
        echo left' hold "$1" "$port" >"$2" 2>/dev/null &
    others="$others $!"
    until_true grep -q held "$2" || fail "requests are held" "they are not"
}
hold 300 held
status 200 "nor do three hundred that stop within their request" -m 15 "${address}en/"
hold 900 more
status 200 "nor more than are let in" -m 60 "${address}en/"
until_true grep -q left held && until_true grep -q left more && ok "they are given up" ||
    fail "they are given up" "they are not"

# --- changes ---

agreement=$(find content/agreements -name 'bdt-2024-001.yaml')
page=en/agreements/bdt-2024-001/
made=$(sum_of $page)
curl -sN "${address}.accord/events?page=$mount$page&made=$made" >events &
others="$others $!"
until_true grep -q '"reload": \[false\]' events && ok "a page is told how things are" ||
    fail "a page is told how things are" "$(cat events)"
cp "$agreement" before
sed '/^title:/,/^[a-z]*:/s/en: .*/en: "A wholly new title"/' before >after
cp after "$agreement"
until_true grep -q '"reload": \[true\]' events && ok "and that it changed" ||
    fail "and that it changed" "$(cat events)"
curl -s "$address$page" >body
says body "to what was written" 'A wholly new title'
until_true grep -q "reloaded in .*: $agreement changed" served && ok "the terminal says so" ||
    fail "the terminal says so" "$(cat served)"

printf 'partners: [nobody-knows]\n' >>"$agreement"
until_true state '"errors": [1-9]' && ok "an error is told" || fail "an error is told" "$(cat told)"
curl -s "${address}.accord/state.json" >body
says body "by its place" "\"file\": \"$agreement\", \"line\""
says body "and its line" '"marked": "partners"'
says told "in the terminal, too" "$agreement:"
curl -s "$address$page" >body
says body "the page stays as it was" 'A wholly new title'
cp before "$agreement"
until_true state '"errors": 0' && ok "mended, it is gone" || fail "mended, it is gone" "$(cat told)"
same "and the page is the first one" "$made" "$(sum_of $page)"

# As editors write: beside it, then over it.
cp after "$agreement.new" && mv "$agreement.new" "$agreement"
has_title() { curl -s "$address$page" | grep -q 'A wholly new title'; }
until_true has_title && ok "a file moved over another is seen" ||
    fail "a file moved over another is seen" "it is not"
mkdir -p content/agreements/2031/deep
sed 's/bdt-2024-001/bdt-2031-001/; s/A wholly new title/From a new folder/' after \
    >content/agreements/2031/deep/bdt-2031-001.yaml
mv content/agreements/2031/deep/bdt-2031-001.yaml content/agreements/2031/
rmdir content/agreements/2031/deep
has_new() { curl -s "${address}en/agreements/bdt-2031-001/" | grep -q 'From a new folder'; }
until_true has_new && ok "a new folder is seen" || fail "a new folder is seen" "it is not"
rm -r content/agreements/2031
is_gone() { [ "$(curl -s -o body -w '%{http_code}' "${address}en/agreements/bdt-2031-001/")" = 404 ]; }
until_true is_gone && ok "and when it goes" || fail "and when it goes" "its page is still there"
mv content away
until_true state 'this folder is no longer there' && ok "content that is gone is an error" ||
    fail "content that is gone is an error" "it is not"
until_true grep -q '^content: error: this folder is no longer there' told && ok "told in the terminal, too" ||
    fail "told in the terminal, too" "$(cat told)"
if grep -q 'name the content with' told; then
    fail "without words for another case" "$(cat told)"
else
    ok "without words for another case"
fi
has_title && ok "the site stays" || fail "the site stays" "it does not"
mv away content
until_true state '"errors": 0' && ok "until it is there again" ||
    fail "until it is there again" "$(cat told)"
cp before "$agreement"
until_true grep -q "^[0-9:]* reloaded .*$agreement changed" served
stop TERM "SIGTERM ends it in peace"
if ls content | grep -q '^output$' || [ "$(find . -newer served -path './output/*' | wc -l)" -ne 0 ]; then
    fail "it writes nothing" "it did"
else
    ok "it writes nothing"
fi

# --- content at fault from the start, templates, one language, profiles ---

printf 'partners: [nobody-knows]\n' >>"$agreement"
start --lang es --messages es
status 503 "without a site a page says so" "${address}es/"
says body "in the language of messages" 'El terminal en el que se ejecuta accord serve'
curl -s "${address}.accord/state.json" >body
says body "so do all words of it" '"close": "Cerrar"'
curl -s "${address}es/" >body
says body "and loads what shows the errors" '/.accord/preview.js'
cp before "$agreement"
is_there() { [ "$(curl -s -o body -w '%{http_code}' "${address}es/")" = 200 ]; }
until_true is_there && ok "it comes when the content is mended" ||
    fail "it comes when the content is mended" "$(cat told)"
status 404 "a language that was not asked for is not there" "${address}en/"
mv content away
until_true state 'esta carpeta ya no está' && ok "content that is gone, in the language of messages" ||
    fail "content that is gone, in the language of messages" "$(cat told)"
mv away content
until_true is_there && until_true state '"errors": 0' && ok "and back again" || fail "and back again" "$(cat told)"
stop INT "SIGINT ends it, too"

# That language may be known from the content alone.
cp content/site.yaml site.yaml
printf 'messages: fr\n' >>content/site.yaml
start
mv content away
until_true state 'ce dossier n’est plus là' && ok "or in that of the content that is gone" ||
    fail "or in that of the content that is gone" "$(cat told)"
mv away content
until_true state '"errors": 0' && ok "which goes on, too" || fail "which goes on, too" "$(cat told)"
cp site.yaml content/site.yaml
stop TERM "it ends"

cp -R "$root/templates" templates
: >served
"$accord" serve --port 0 --content content --color never >served 2>told &
server=$!
until_true grep -q '^http' served
address=$(head -n 1 served)
made=$(sum_of en/)
printf '<p>{{#open}}</p>\n' >templates/footer.mustache
until_true state '"code": "template' && ok "a template at fault is told" ||
    fail "a template at fault is told" "$(cat told)"
same "the page stays" "$made" "$(sum_of en/)"
printf '<p class="mine">Mine</p>\n' >templates/footer.mustache
is_mine() { curl -s "${address}en/" | grep -q '<p class="mine">'; }
until_true is_mine && ok "a mended template is seen" || fail "a mended template is seen" "$(cat told)"
printf 'body{color:red}\n' >>templates/assets/site.css
is_red() {
    style=$(curl -s "${address}en/" | sed -n 's/.*href="\.\.\/\(assets\/site[^"]*\)".*/\1/p')
    curl -s "$address$style" | grep -q 'color:red'
}
until_true is_red && ok "a style sheet too" || fail "a style sheet too" "$(cat told)"
# What only rendering finds: refused while a page with it is looked at, else told by the page.
printf '<p class="mine">Yours</p>\n{{#lang}}{{>about}}{{/lang}}\n' >templates/about.mustache
until_true grep -q 'about.mustache changed' served
status 200 "a page that is made in part is shown" "${address}en/about/"
until_true state '"shown": "partly"' && ok "with what is wrong" || fail "with what is wrong" "$(cat told)"
says told "in the terminal, too" 'templates/about.mustache:2:'
status 200 "others are whole" "${address}en/"
curl -sN "${address}.accord/events?page=${mount}en/&made=0" >events &
others="$others $!"
until_true grep -q '"number"' events
printf '{{#lang}}{{>footer}}{{/lang}}\n' >templates/footer.mustache
until_true state '"shown": "before"' && ok "an open page keeps what it is" ||
    fail "an open page keeps what it is" "$(cat told)"
is_mine && ok "as it was" || fail "as it was" "it changed"
rm -r templates
cp -R "$root/templates" templates
is_whole() { curl -s "${address}en/" | grep -q '<footer' && state '"shown": "made"'; }
until_true is_whole && ok "templates that went and came are read" ||
    fail "templates that went and came are read" "$(cat told)"
cp content/site.yaml site.yaml
sed 's/latin: \[Carlito\]/latin: [No Such Face]/' site.yaml >other.yaml
paper=en/documents/yearly/yearly.en.pdf
status 200 "a paper that was looked at" "$address$paper"
cp other.yaml content/site.yaml
until_true state 'No Such Face' && ok "is set again with each change" ||
    fail "is set again with each change" "$(cat told)"
status 200 "and stays as it was when it cannot be" "$address$paper"
partner=$(find content/partners -name '*.yaml' | head -n 1)
printf '# kept\n' >>"$partner"
until_true grep -q "$partner changed; the site stays" served
state 'No Such Face' && ok "however often" || fail "however often" "$(cat told)"
cp site.yaml content/site.yaml
until_true state '"errors": 0' && ok "until it is mended" || fail "until it is mended" "$(cat told)"
stop TERM "it ends"

cp other.yaml content/site.yaml
start
status 200 "pages need no faces" "${address}en/"
status 503 "a paper that cannot be set says so" "$address$paper"
until_true state 'No Such Face' && ok "and why" || fail "and why" "$(cat told)"
cp site.yaml content/site.yaml
is_paper() { [ "$(curl -s -o body -w '%{http_code}' "$address$paper")" = 200 ]; }
until_true is_paper && ok "mended, it is set" || fail "mended, it is set" "$(cat told)"
stop TERM "it ends"

start --profile internal
curl -s "${address}en/" >body
says body "the internal profile carries its band" 'class="internal'
"$accord" serve --port "$port" --content content --templates "$root/templates" >out 2>err
same "a port that is taken is exit 3" 3 $?
says err "with what to do" 'name another port with --port N'
stop TERM "the first stays and ends"

# --- usage ---

accord 2 "a port is a number" serve --port x
accord 2 "of 16 bits" serve --port 65536
accord 2 "a language of the site" serve --port 0 --lang xx
accord 2 "one argument is too many" serve now
"$accord" serve --port 0 --content nowhere >out 2>err
same "content has to be there" 3 $?
says err "and it says which" 'nowhere'

mkdir bin
printf '#!/bin/sh\necho "$1" >opened\n' >bin/xdg-open
chmod +x bin/xdg-open
PATH=$work/bin:$PATH start --open
until_true grep -q "^$address" opened && ok "--open opens it" || fail "--open opens it" "it does not"
stop TERM "it ends"
