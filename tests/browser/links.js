"use strict";
// Every link and every anchor of every file resolves, from any folder: addresses inside the site
// are relative and name a file; canonical ones drop index.html and lead back to it.

const fs = require("fs");
const path = require("path");
const { check } = require("./report");

const ADDRESS = /<([a-z:]+)\b[^>]*?\s(?:href|src|action|xlink:href)="([^"]*)"/g;
const ID = /\sid="([^"]*)"/g;

function unescaped(s) {
  return s.replace(/&amp;/g, "&").replace(/&quot;/g, '"').replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">");
}

function read(site, file) {
  const text = fs.readFileSync(path.join(site.root, file), "utf8");
  const ids = new Set();
  const twice = [];
  for (const [, id] of text.matchAll(ID)) {
    if (ids.has(id)) twice.push(id);
    ids.add(id);
  }
  const links = [];
  for (const [, tag, address] of text.matchAll(ADDRESS)) links.push([tag, unescaped(address)]);
  return { ids, twice, links };
}

// The file that an address of a page leads to, or null when it leads out.
function target(site, file, address) {
  const base = site.base;
  if (/^(mailto|data|tel):/.test(address)) return null;
  const canonical = base && address.startsWith(base);
  if (!canonical && /^[a-z][a-z0-9+.-]*:/i.test(address)) return null;
  const [before, anchor = ""] = address.replace(/\?[^#]*/, "").split("#");
  let named;
  if (canonical) named = before.slice(base.length).replace(/(^|\/)$/, "$1index.html");
  else named = before === "" ? file : path.posix.join(path.posix.dirname(file), before);
  return { file: decodeURIComponent(named), anchor: decodeURIComponent(anchor) };
}

function run(site) {
  const known = new Set(site.files);
  const pages = site.files.filter((f) => /\.(html|svg)$/.test(f));
  const all = new Map(pages.map((f) => [f, read(site, f)]));
  const lost = [], anchors = [], twice = [], rooted = [];
  let count = 0;
  for (const [file, page] of all) {
    for (const id of page.twice) twice.push(file + ": id " + id);
    for (const [tag, address] of page.links) {
      // 404.html answers for any address: only what starts at the root finds its way from there
      if (file === "404.html" && address.startsWith(site.mount)) {
        if (!known.has(address.slice(site.mount.length))) lost.push(file + ": " + address);
        continue;
      }
      if (address.startsWith("/")) rooted.push(file + ": " + address);
      const to = target(site, file, address);
      if (!to) continue;
      count++;
      if (!known.has(to.file)) lost.push(file + ": <" + tag + "> " + address);
      else if (to.anchor && all.has(to.file) && !all.get(to.file).ids.has(to.anchor)) {
        anchors.push(file + ": " + address);
      }
    }
  }
  check("every link of every page leads to a file", count > 1000 ? lost : ["only " + count + " links found"]);
  check("every anchor is there", anchors);
  check("no address starts at the root of a server", rooted);
  check("no id stands twice on a page", twice);
  feeds(site, known);
}

// Addresses in the sitemap, in feeds and in style sheets.
function feeds(site, known) {
  const lost = [];
  for (const file of site.files.filter((f) => /(^sitemap|feed)[^/]*\.xml$/.test(path.basename(f)))) {
    const text = fs.readFileSync(path.join(site.root, file), "utf8");
    for (const [, a, b] of text.matchAll(/<loc>([^<]*)<\/loc>|\shref="([^"]*)"/g)) {
      const to = target(site, file, unescaped(a || b));
      if (to && !known.has(to.file)) lost.push(file + ": " + (a || b));
    }
  }
  for (const file of site.files.filter((f) => f.endsWith(".css"))) {
    const text = fs.readFileSync(path.join(site.root, file), "utf8");
    for (const [, address] of text.matchAll(/url\("?([^")]*)"?\)|@import/g)) {
      const to = address ? target(site, file, address) : { file: "@import" };
      if (to && !known.has(to.file)) lost.push(file + ": " + address);
    }
  }
  check("addresses in the sitemap, in feeds and in style sheets lead to files", lost);
}

module.exports = { run };
