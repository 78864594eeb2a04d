"use strict";
// main.js SITE - tests a built site in the browser that CHROMIUM names, and the preview of the program
// that ACCORD names.

const { chromium } = require("playwright-core");
const { check } = require("./report");
const { open, serve } = require("./site");
const { Visits } = require("./visits");

const SUITES = ["access", "narrow", "paper", "keyboard", "plain", "script", "search", "disk", "hostile", "preview"];

async function main() {
  const site = open(process.argv[2]);
  const only = process.argv.slice(3);
  const wanted = (name) => only.length === 0 || only.includes(name);
  const server = await serve(site);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    chromiumSandbox: process.getuid() !== 0,
    args: ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--hide-scrollbars"],
  });
  const visits = new Visits(browser, server.address);
  const checker = wanted("valid") ? require("./valid").run(site) : null;
  if (wanted("links")) require("./links").run(site);
  for (const suite of SUITES.filter(wanted)) await require("./" + suite).run(site, visits);
  check("no console error, no failed request, nothing from elsewhere", visits.faults);
  await browser.close();
  server.close();
  await checker;
}

main().catch((error) => {
  check("it runs", [error.stack]);
  process.exit(0);
});
