"use strict";
// The Nu checker over a page of every kind in every language, in one run of Java.

const { execFile } = require("child_process");
const path = require("path");
const { check } = require("./report");

// What the checker does not know though browsers do: container queries, and the edge painted
// before the letters of a drawing.
const NEWER = [/“container-type”/, /@container/, /“paint-order”/, /“text-size-adjust”/, /“text-wrap”/];

function pages(site) {
  const list = ["index.html", "404.html"];
  for (const lang of site.langs) {
    for (const found of site.kinds.get(lang).values()) list.push(found[0]);
  }
  list.push(...site.files.filter((f) => f.endsWith(".css")));
  const drawings = site.files.filter((f) => f.endsWith(".svg") && /^(en|ar)\//.test(f));
  return list.concat(drawings.slice(0, 12));
}

function run(site) {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  const list = pages(site).map((f) => path.join(site.root, f));
  const args = ["-Xss8m", "-jar", jar, "--format", "json", "--exit-zero-always", "--also-check-css",
    "--also-check-svg", ...list];
  return new Promise((resolve) => {
    execFile("java", args, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      let said;
      try {
        said = JSON.parse(stderr).messages;
      } catch (e) {
        check("the Nu checker runs", [error ? error.message : stderr.slice(0, 300)]);
        return resolve();
      }
      const faults = said.filter((m) => !NEWER.some((n) => n.test(m.message))).map((m) =>
        m.url.slice(m.url.indexOf(site.root) + site.root.length + 1) + ":" + m.lastLine + ": " + m.message);
      check("the Nu checker finds " + list.length + " files valid", faults);
      resolve();
    });
  });
}

module.exports = { run };
