"use strict";
// Results as tests/run.sh reads them: "ok NAME", or "not ok NAME: why" with the first faults.

const SHOWN = 6;

let failed = 0;

function check(name, faults) {
  if (faults.length === 0) {
    console.log("ok browser: " + name);
    return;
  }
  failed++;
  const more = faults.length > SHOWN ? "\n  and " + (faults.length - SHOWN) + " more" : "";
  const said = faults.slice(0, SHOWN).map((f) => String(f).replace(/\s+/g, " "));
  console.log("not ok browser: " + name + ": " + said.join("\n  ") + more);
}

module.exports = { check, failures: () => failed };
