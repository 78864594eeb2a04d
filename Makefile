# accord - a static site and document generator for partnership agreements.
#
#   make          installs what is missing, builds, and makes output/ from content/
#   make test     installs what tests need, and runs them all
#   make test-browser    the site in a real Chromium, links, valid HTML; part of make test
#   make check    walls between rooms, headers that compile alone, lengths
#   make fuzz     fuzzes with libFuzzer, a minute a target; SECONDS=600: for so long; FUZZ="yaml csv":
#                 these targets only (tests/fuzz/fuzz_*.c)
#   make lint     cppcheck and clang-tidy, with their configurations; DEEP=1: every path, half an hour
#   make valgrind    check, build and others, and unit tests, under memcheck
#   make thread   what runs in threads, and the preview, under ThreadSanitizer
#   make bench    ratios: our work against the bare cost of the same work; N="100 1000": for so many
#                 agreements; BENCH_DIR=/dev/shm: there, rather than where temporary files go
#   make install  into PREFIX (/usr/local), below DESTDIR when it is given; make uninstall
#   make clean    removes what was built; make distclean also output/
#   make SANITIZE=1 test    the same under AddressSanitizer and UBSan; SANITIZE=thread: ThreadSanitizer

CC ?= cc
BUILD := build
# Where the program finds what ships, templates/ and content/strings/: here, and the installed one in
# its own folder.
DATA := $(CURDIR)
PREFIX ?= /usr/local
DESTDIR ?=
SHARE := $(PREFIX)/share/accord
KIND := $(notdir $(firstword $(CC)))$(if $(SANITIZE),$(if $(filter thread,$(SANITIZE)),-thread,-sanitized))
ifdef FUZZING
KIND := fuzz
endif
OBJ := $(BUILD)/$(KIND)
ACCORD := $(OBJ)/accord

PACKAGES := pkg-config libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libhpdf-dev \
	libharfbuzz-dev libfontconfig-dev libhyphen-dev libicu-dev libgmp-dev zlib1g-dev nettle-dev \
	fontconfig fonts-crosextra-carlito fonts-noto-core fonts-noto-cjk icc-profiles-free \
	hyphen-en-us hyphen-es hyphen-fr hyphen-ru libxlsxwriter-dev libxml2-dev libmicrohttpd-dev libgit2-dev
TEST_PACKAGES := libcmocka-dev qpdf poppler-utils libxml2-utils python3-pikepdf python3-jsonschema python3-yaml python3-openpyxl jq \
	strace universal-ctags curl fonts-dejavu-core fonts-dejavu-extra chromium zsh
# Only by the targets of these names.
LINT_PACKAGES := cppcheck clang-tidy
VALGRIND_PACKAGES := valgrind libc6-dbg

comma := ,
JOBS := $(shell nproc 2>/dev/null || echo 2)
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 -Werror=format-security \
	-Werror=implicit-function-declaration
SANITIZERS := $(if $(filter thread,$(SANITIZE)),thread,address$(comma)undefined)
SANITIZER := $(if $(SANITIZE)$(FUZZING),-fsanitize=$(SANITIZERS) -fno-sanitize-recover=all \
	$(if $(filter thread,$(SANITIZE)),,-DACCORD_SANITIZED))
ifdef FUZZING
SANITIZER += -fsanitize=fuzzer-no-link
endif
CFLAGS ?= -O2 -g
# Guards against what a fault could do; not where faults are looked for. CFLAGS come later, and win.
HARDENED = $(if $(SANITIZE)$(FUZZING),,$(shell sh generator/hardening.sh $(1) '$(CC)' '$(CFLAGS)'))
HARDENED_CFLAGS := $(call HARDENED,compile)
LINK_FLAGS := $(call HARDENED,link) $(LDFLAGS)
ALL_CFLAGS = -std=c17 -D_POSIX_C_SOURCE=200809L $(WARNINGS) $(HARDENED_CFLAGS) $(CFLAGS) $(SANITIZER) \
	-Igenerator $(PKG_CFLAGS) -MMD -MP
PKGS := yaml-0.1 libcmark-gfm harfbuzz harfbuzz-subset fontconfig icu-uc icu-i18n xlsxwriter libmicrohttpd nettle libgit2 libxml-2.0
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null)
FLAGS := $(subst ','\'',$(CC) $(ALL_CFLAGS) $(LINK_FLAGS))
# Where the source lies is told by nothing but DATA.
ALL_CFLAGS += -ffile-prefix-map=$(CURDIR)=.
LIBS = $(PKG_LIBS) -lcmark-gfm-extensions -lcmark-gfm -lhpdf -lhyphen -lgmp -lz -lm -pthread

ROOM_SRC := $(wildcard generator/*/*.c) $(filter-out generator/main.c,$(wildcard generator/*.c))
LIB := $(OBJ)/libaccord.a
LIB_OBJ := $(ROOM_SRC:%.c=$(OBJ)/%.o)
UNIT_SRC := $(wildcard tests/unit/test_*.c)
UNIT := $(UNIT_SRC:tests/unit/%.c=$(OBJ)/tests/%)
FUZZ_SRC := $(wildcard tests/fuzz/fuzz_*.c)
TARGETS := $(FUZZ_SRC:tests/fuzz/fuzz_%.c=$(OBJ)/targets/%)
# What feeds a target: libFuzzer, or the files of its corpus.
FEEDER := $(OBJ)/tests/fuzz/kit.o $(if $(FUZZING),,$(OBJ)/tests/fuzz/replay.o)
TOOL_SRC := $(wildcard tests/tools/*.c)
TOOLS := $(TOOL_SRC:tests/tools/%.c=$(OBJ)/tools/%)
FAULTS := $(OBJ)/faults/fault.so

.SECONDARY: $(FEEDER)
.PHONY: all build run test test-browser check lint valgrind thread threaded unit-tests fuzz fuzz-targets bench \
	install uninstall clean distclean FORCE

# The main job: packages, program, site and paper.
all: run

run: build
	$(ACCORD) build

build: $(BUILD)/packages
	@$(MAKE) --no-print-directory -j$(JOBS) $(ACCORD)
	@ln -sfn $(KIND)/accord $(BUILD)/accord

$(BUILD)/packages: Makefile generator/packages.sh
	@sh generator/packages.sh $(PACKAGES)
	@mkdir -p $(@D) && touch $@

$(BUILD)/test-packages: Makefile generator/packages.sh
	@sh generator/packages.sh $(TEST_PACKAGES)
	@mkdir -p $(@D) && touch $@

$(ACCORD): $(OBJ)/generator/main.o $(LIB)
	@echo "  link    $@"
	@$(CC) $(ALL_CFLAGS) $(LINK_FLAGS) -o $@ $^ $(LIBS)

$(LIB): $(LIB_OBJ)
	@rm -f $@
	@ar rcs $@ $^

# Of the program: it runs where stacks are small.  Sanitizers make frames of their own.
$(LIB_OBJ) $(OBJ)/generator/main.o: WARNINGS += $(if $(SANITIZE)$(FUZZING),,-Wframe-larger-than=16384)

$(OBJ)/generator/commands/session.o: ALL_CFLAGS += -DACCORD_DATA='"$(DATA)"'

# What was compiled with other flags is compiled anew.
$(OBJ)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(FLAGS)' | cmp -s - $@ || echo '$(FLAGS)' >$@

$(OBJ)/%.o: %.c $(OBJ)/flags
	@mkdir -p $(@D)
	@echo "  compile $<"
	@$(CC) $(ALL_CFLAGS) -c -o $@ $<

$(OBJ)/tests/%: tests/unit/%.c $(LIB)
	@mkdir -p $(@D)
	@echo "  link    $@"
	@$(CC) $(ALL_CFLAGS) -Itests $(LINK_FLAGS) -o $@ $< $(LIB) -lcmocka $(LIBS)

$(OBJ)/tools/%: tests/tools/%.c $(LIB)
	@mkdir -p $(@D)
	@echo "  link    $@"
	@$(CC) $(ALL_CFLAGS) -Itests $(LINK_FLAGS) -o $@ $< $(LIB) $(LIBS)

$(OBJ)/targets/%: tests/fuzz/fuzz_%.c $(FEEDER) $(LIB)
	@mkdir -p $(@D)
	@echo "  link    $@"
	@$(CC) $(ALL_CFLAGS) $(if $(FUZZING),-fsanitize=fuzzer) $(LINK_FLAGS) -o $@ $< $(FEEDER) $(LIB) $(LIBS)

# Loaded before the C library (tests/outside/fault.c): of GNU, and of no sanitizer.
$(OBJ)/faults/%.so: tests/outside/%.c
	@mkdir -p $(@D)
	@echo "  link    $@"
	@$(CC) -O2 -g -shared -fPIC -Wall -Wextra -o $@ $< -ldl

test: $(BUILD)/packages $(BUILD)/test-packages
	@$(MAKE) --no-print-directory check
	@$(MAKE) --no-print-directory -j$(JOBS) unit-tests $(TARGETS) $(FAULTS)
	@sh tests/run.sh $(OBJ)

# Installs what it needs by itself: make test does so too, and skips it where that cannot be.
test-browser: build
	@sh tests/run.sh $(OBJ) tests/browser/run.sh

check: $(BUILD)/test-packages
	@sh tests/tools/layers.sh generator generator/LAYERS
	@CC="$(CC)" CFLAGS="$(PKG_CFLAGS)" sh tests/tools/headers.sh generator
	@sh tests/tools/lengths.sh 70 700 $(ROOM_SRC) generator/main.c
	@sh tests/tools/lengths.sh 70 500 templates/assets/*.js templates/preview/*.js tests/browser/*.js

fuzz: $(BUILD)/packages
	@sh tests/fuzz/fuzz.sh "$(MAKE)" "$(SECONDS)" $(FUZZ)

fuzz-targets: $(TARGETS)

# Where the packages cannot be had, what needs them is skipped.
lint: $(BUILD)/packages
	@-sh generator/packages.sh $(LINT_PACKAGES)
	@PKG_CFLAGS='$(PKG_CFLAGS)' JOBS=$(JOBS) sh tests/tools/lint.sh

# A build of its own: what hardening sets to zero would hide what was never set.
valgrind: $(BUILD)/packages $(BUILD)/test-packages
	@-sh generator/packages.sh $(VALGRIND_PACKAGES)
	@$(MAKE) --no-print-directory -j$(JOBS) OBJ=$(BUILD)/$(KIND)-valgrind HARDENED_CFLAGS= CFLAGS='-O1 -g' unit-tests
	@sh tests/tools/valgrind.sh $(BUILD)/$(KIND)-valgrind

thread: $(BUILD)/packages $(BUILD)/test-packages
	@$(MAKE) --no-print-directory -j$(JOBS) SANITIZE=thread threaded
	@sh tests/tools/threads.sh $(BUILD)/$(notdir $(firstword $(CC)))-thread

threaded: $(ACCORD) $(OBJ)/tests/test_read_side $(OBJ)/tests/test_records $(OBJ)/tests/test_team

unit-tests: $(ACCORD) $(UNIT) $(TOOLS)

bench: build
	@$(MAKE) --no-print-directory -j$(JOBS) $(TOOLS)
	@sh tests/tools/bench.sh $(OBJ) $(N)

# The installed program differs in one thing: where it finds what ships.
INSTALLED := $(OBJ)/installed

$(INSTALLED)/share: FORCE
	@mkdir -p $(@D)
	@echo '$(SHARE)' | cmp -s - $@ || echo '$(SHARE)' >$@

$(INSTALLED)/session.o: generator/commands/session.c $(INSTALLED)/share $(ACCORD)
	@$(CC) $(ALL_CFLAGS) -DACCORD_DATA='"$(SHARE)"' -c -o $@ $<

$(INSTALLED)/accord: $(OBJ)/generator/main.o $(INSTALLED)/session.o $(LIB)
	@echo "  link    $@"
	@$(CC) $(ALL_CFLAGS) $(LINK_FLAGS) -o $@ $^ $(LIBS)

install: build
	@$(MAKE) --no-print-directory $(INSTALLED)/accord
	@sh generator/install.sh install '$(DESTDIR)' '$(PREFIX)' $(INSTALLED)/accord

uninstall:
	@sh generator/install.sh uninstall '$(DESTDIR)' '$(PREFIX)'

clean:
	rm -rf $(BUILD)

distclean: clean
	rm -rf output

-include $(LIB_OBJ:.o=.d) $(OBJ)/generator/main.d $(UNIT:=.d) $(TOOLS:=.d) $(TARGETS:=.d) $(FEEDER:.o=.d)
