"use strict";
// The site that is tested: its files, its kinds of page, and a server for it.

const fs = require("fs");
const http = require("http");
const path = require("path");

// The policy that README gives to servers, for each of those it names.
const POLICIES = fs.readFileSync(path.join(__dirname, "../../README.md"), "utf8")
  .match(/(?<=Content-Security-Policy ")default-src 'none'; style-src 'self'[^"]*/g);

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
  ".xml": "application/xml", ".json": "application/json", ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8", ".pdf": "application/pdf",
};

function filesOf(root, under = "") {
  const found = [];
  for (const entry of fs.readdirSync(path.join(root, under), { withFileTypes: true })) {
    const name = under ? under + "/" + entry.name : entry.name;
    if (entry.isDirectory()) found.push(...filesOf(root, name));
    else found.push(name);
  }
  return found;
}

// The kinds of page of one language: pages right under the language are their own, those below
// them of one kind, as agreements/<id>/, and those two below, as search/countries/<code>/.  Each kind maps to its pages,
// largest first: the one with most in it stands for its kind.
function kindsOf(size, files, lang) {
  const kinds = new Map();
  for (const file of files) {
    if (!file.startsWith(lang + "/") || !file.endsWith("/index.html")) continue;
    const folders = file.split("/").slice(1, -1);
    const kind = (folders[0] || "home") + "/*".repeat(Math.max(0, folders.length - 1));
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push(file);
  }
  for (const pages of kinds.values()) pages.sort((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
  return kinds;
}

function answer({ root, mount }, request, response) {
  const asked = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  let file = asked.startsWith(mount) ? path.join(root, asked.slice(mount.length)) : "";
  if (file.startsWith(root) && fs.existsSync(file) && fs.statSync(file).isDirectory()) {
    file = path.join(file, "index.html");
  }
  const found = file.startsWith(root) && fs.existsSync(file);
  if (!found) file = path.join(root, "404.html");
  response.writeHead(found ? 200 : 404, {
    "Content-Type": TYPES[path.extname(file)] || "application/octet-stream",
    "Content-Security-Policy": POLICIES[0],
    "X-Content-Type-Options": "nosniff",
  });
  response.end(fs.readFileSync(file));
}

// Serves a site on a free port, in the folder of its base URL; the address ends in a slash.
function serve(site) {
  return new Promise((resolve) => {
    const server = http.createServer((request, response) => answer(site, request, response));
    server.listen(0, "127.0.0.1", () => {
      resolve({ address: "http://127.0.0.1:" + server.address().port + site.mount, close: () => server.close() });
    });
  });
}

function open(given) {
  const root = fs.realpathSync(given);
  const files = filesOf(root);
  const langs = ["en", "fr", "es", "ar", "zh", "ru"].filter((l) => files.includes(l + "/index.html"));
  const home = fs.readFileSync(path.join(root, "en/index.html"), "utf8");
  const base = (/<link rel="canonical" href="([^"]*)en\/"/.exec(home) || ["", ""])[1];
  const mount = base ? new URL(base).pathname : "/";
  const sizes = new Map(files.map((f) => [f, fs.statSync(path.join(root, f)).size]));
  const size = (file) => sizes.get(file);
  const kinds = new Map(langs.map((l) => [l, kindsOf(size, files, l)]));
  return { root, base, mount, files, langs, kinds, size };
}

module.exports = { open, serve, POLICIES, TYPES };
