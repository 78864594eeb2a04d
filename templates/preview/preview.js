"use strict";
// What every page of `accord serve` loads: it is told when something changed, loads the page again when
// that is about it, and shows what is wrong with the content over the page that stays.

(function () {
  const made = document.currentScript.dataset.made;
  const KEPT = "accord-preview-scroll";
  const SHOWN = 100; // the terminal has all

  let stream = null;
  let shown = 0; // number of the state on the page
  let view = null; // its elements, once there is something to show

  // --- elements ---

  function element(name, attributes, ...children) {
    const e = document.createElement(name);
    for (const key of Object.keys(attributes)) e.setAttribute(key, attributes[key]);
    e.append(...children.filter((child) => child !== null));
    return e;
  }

  // In a tree of their own: styles of the site do not reach them, nor theirs the site.
  function build() {
    const host = element("div", { id: "accord-preview" });
    const root = host.attachShadow({ mode: "open" });
    const style = element("link", { rel: "stylesheet", href: "/.accord/preview.css" });
    const dialog = element("dialog", {
      role: "alertdialog", "aria-labelledby": "title", "aria-describedby": "about", dir: "ltr",
    });
    const counter = element("button", { type: "button", class: "counter", dir: "ltr", hidden: "" });
    counter.addEventListener("click", () => dialog.showModal());
    root.append(style, counter, dialog);
    document.body.append(host);
    const ready = new Promise((resolve) => {
      style.addEventListener("load", resolve);
      style.addEventListener("error", resolve);
    });
    return { dialog, counter, ready };
  }

  // --- what is wrong ---

  // The line of the file, with what is meant marked in it.
  function excerpt(report) {
    if (report.before === undefined) return null;
    const mark = element("mark", report.marked ? {} : { class: "empty" }, report.marked);
    return element("pre", { tabindex: "0" },
      element("span", { class: "number" }, String(report.line)),
      element("code", {},
        (report.cut[0] ? "…" : "") + report.before, mark, report.after + (report.cut[1] ? "…" : "")));
  }

  // A long line is moved to where its mark is.
  function uncover(mark) {
    const line = mark.closest("pre");
    const over = mark.getBoundingClientRect().right - line.getBoundingClientRect().right + 16;
    if (over > 0) line.scrollLeft += over;
  }

  // Paths may be broken behind their strokes.
  function place(report) {
    const line = report.line ? ":" + report.line + ":" + report.column : "";
    const parts = (report.file || "accord").split("/");
    const p = element("p", { class: "place" });
    parts.forEach((part, i) => p.append(part + (i + 1 < parts.length ? "/" : line), element("wbr", {})));
    return p;
  }

  function item(report, words) {
    return element("li", { class: report.severity },
      place(report),
      element("p", { class: "message" },
        element("strong", {}, words[report.severity]), " " + report.message + " ",
        element("span", { class: "code" }, report.code)),
      excerpt(report),
      report.hint ? element("p", { class: "hint" }, element("strong", {}, words.hint), " " + report.hint) : null);
  }

  function list(reports, words) {
    return element("ol", {}, ...reports.slice(0, SHOWN).map((report) => item(report, words)));
  }

  function more(reports, words) {
    return reports.length > SHOWN
      ? element("p", { class: "more" }, words.more.replace("{n}", reports.length - SHOWN)) : null;
  }

  // "2 errors, 1 warning"
  function title(state) {
    const counted = (n, one, many) => (n === 1 ? one : many.replace("{n}", n));
    const words = state.words, parts = [];
    if (state.errors) parts.push(counted(state.errors, words.one_error, words.errors));
    if (state.warnings) parts.push(counted(state.warnings, words.one_warning, words.warnings));
    return parts.join(", ");
  }

  function fill(dialog, state) {
    const words = state.words;
    const close = element("button", { type: "button", class: "close", title: words.keys }, words.close);
    const [errors, warnings, notes] = ["error", "warning", "note"].map(
      (severity) => state.reports.filter((report) => report.severity === severity));
    const others = warnings.concat(notes);
    close.addEventListener("click", () => dialog.close());
    dialog.replaceChildren(
      element("div", { class: "head" }, element("h2", { id: "title" }, title(state)), close,
        element("p", { id: "about" }, words[state.shown])));
    if (!errors.length) {
      dialog.append(list(others, words), more(others, words) || "");
      return;
    }
    dialog.append(list(errors, words), more(errors, words) || "");
    if (others.length) {
      dialog.append(element("details", {}, element("summary", {}, words.others),
        list(others, words), more(others, words)));
    }
  }

  function clear() {
    if (!view) return;
    view.dialog.close();
    view.counter.hidden = true;
  }

  async function show(state) {
    view = view || build();
    const { dialog, counter, ready } = view;
    dialog.close();
    fill(dialog, state);
    dialog.lang = counter.lang = state.words.lang;
    counter.textContent = title(state);
    counter.className = state.errors ? "counter faulty" : "counter";
    await ready;
    counter.hidden = false;
    if (!state.errors || shown !== state.number) return;
    dialog.showModal();
    for (const mark of dialog.querySelectorAll("mark")) uncover(mark);
  }

  async function take(state) {
    if (state.number === shown) return;
    shown = state.number;
    if (!state.errors && !state.warnings) {
      clear();
      return;
    }
    const answer = await fetch("/.accord/state.json");
    const full = await answer.json();
    if (full.number >= shown) {
      shown = full.number;
      await show(full);
    }
  }

  // --- the page itself ---

  function reload() {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify([location.href, scrollX, scrollY]));
    } catch { /* without storage, the browser's own memory has to do */ }
    location.reload();
  }

  // What scripts add may come late: until then there is nowhere to go to.
  function scrollBack() {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
    } catch { /* as above */ }
    if (!kept || kept[0] !== location.href) return;
    const root = document.documentElement;
    const go = () => scrollTo({ left: kept[1], top: kept[2], behavior: "instant" });
    const grown = new ResizeObserver(() => {
      go();
      if (scrollY >= kept[2]) grown.disconnect();
    });
    const stop = () => grown.disconnect();
    for (const touch of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      addEventListener(touch, stop, { once: true, passive: true });
    }
    grown.observe(root);
    go();
  }

  // --- the stream: one for all pages that are seen, since a browser opens few connections to one address ---

  // Pages that are seen hold a lock each, named by what they are, so that the leader knows them, however
  // they go. It is the one that has the lock LEADS; where there are no locks, each leads itself.
  const LEADS = "accord-preview";
  const PAGE = LEADS + "-page ";
  const own = made + " " + location.pathname;
  const GATHER = 100; // ms, for pages that come and go at once

  let shared = Boolean(navigator.locks && window.BroadcastChannel);
  let member = null; // of those that share: { channel, waits, leave, leads, soon }
  let asked = []; // the pages that the stream is for, save those that are loading again
  let last = null; // state

  function heed(state, changed) {
    if (changed.includes(own)) reload();
    else take(state).catch(() => { shown = 0; });
  }

  function tell(state, changed) {
    last = state;
    asked = asked.filter((page) => !changed.includes(page));
    if (member) member.channel.postMessage({ state, changed });
    heed(state, changed);
  }

  function close() {
    if (stream) stream.close();
    stream = last = null;
    asked = [];
  }

  function query(page) {
    const at = page.indexOf(" ");
    return "page=" + encodeURIComponent(page.slice(at + 1)) + "&made=" + page.slice(0, at);
  }

  function open(pages) {
    close();
    const opened = stream = new EventSource("/.accord/events?" + pages.map(query).join("&"));
    asked = pages;
    stream.addEventListener("state", (event) => {
      const state = JSON.parse(event.data);
      if (stream === opened) tell(state, pages.filter((page, i) => state.reload[i]));
    });
    stream.addEventListener("error", () => {
      if (opened.readyState === EventSource.CLOSED) setTimeout(() => { if (stream === opened) follow(); }, 2000);
    });
  }

  async function look(me) {
    me.soon = null;
    const { held } = await navigator.locks.query();
    const names = held.map((lock) => lock.name).filter((name) => name.startsWith(PAGE));
    const pages = [...new Set(names.map((name) => name.slice(PAGE.length)).concat(own))].sort();
    if (member !== me) return;
    if (!stream || pages.join() !== asked.join()) open(pages);
    else if (last) me.channel.postMessage({ state: last, changed: [] });
  }

  function hear(me, said) {
    if (said !== "look") heed(said.state, said.changed);
    else if (me.leads && !me.soon) me.soon = setTimeout(() => look(me).catch(alone), GATHER);
  }

  function join() {
    const me = member = { channel: new BroadcastChannel(LEADS), waits: new AbortController(), leads: false, soon: null };
    const left = new Promise((resolve) => { me.leave = resolve; });
    const hold = (name, mode, use) => {
      navigator.locks.request(name, { mode, signal: me.waits.signal }, () => {
        use();
        return left;
      }).catch(() => { if (member === me) alone(); });
    };
    me.channel.addEventListener("message", (event) => hear(me, event.data));
    hold(PAGE + own, "shared", () => {
      me.channel.postMessage("look");
      hold(LEADS, "exclusive", () => {
        me.leads = true;
        look(me).catch(alone);
      });
    });
  }

  function quit() {
    close();
    if (!member) return;
    member.waits.abort();
    member.leave();
    clearTimeout(member.soon);
    member.channel.postMessage("look");
    member.channel.close();
    member = null;
  }

  function follow() {
    quit();
    if (document.hidden) return;
    if (shared) join();
    else open([own]);
  }

  // What the browser has, it does not let the page use.
  function alone() {
    shared = false;
    follow();
  }

  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", quit);
  addEventListener("pageshow", (event) => { if (event.persisted) follow(); });
  scrollBack();
  follow();
})();
