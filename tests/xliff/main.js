/* main.js PACKAGES FILE - reads a file for translators with the npm package xliff: every unit, in
 * groups too, has to arrive with its id, its source and its placeholders. */
"use strict";
const fs = require("fs");
const path = require("path");
const [, , packages, file] = process.argv;
const reader = require(path.join(packages, "node_modules", "xliff", "cjs", "xliff2js.js"));

function fail(why) {
  console.error(why);
  process.exit(1);
}

/* Units stand in files, or in groups within them. */
function units(list) {
  return Object.entries(list).flatMap(([id, u]) => (u.groupUnits ? units(u.groupUnits) : [[id, u]]));
}

/* A text is a string, one part, or several. */
function parts(text) {
  return text === undefined ? [] : Array.isArray(text) ? text : [text];
}

function placeholders(text) {
  return parts(text).filter((part) => part.Standalone && part.Standalone.equiv).length;
}

(reader.default || reader)(fs.readFileSync(file, "utf8")).then((js) => {
  const text = fs.readFileSync(file, "utf8");
  const all = Object.values(js.resources).flatMap(units);
  const ids = text.match(/<unit id="[^"]*"/g).map((m) => m.slice(10, -1));
  if (all.map(([id]) => id).join() !== ids.join()) fail("the ids of units are others");
  for (const [id, u] of all) if (!parts(u.source).length) fail(`${id} has no source`);
  const seen = all.reduce((n, [, u]) => n + placeholders(u.source) + placeholders(u.target), 0);
  if (seen !== text.match(/<ph /g).length) fail(`${seen} placeholders`);
  console.log(`${js.sourceLanguage} to ${js.targetLanguage}, units: ${all.length}, placeholders: ${seen}`);
}).catch((error) => fail(error.message));
