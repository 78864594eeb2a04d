"use strict";
// Visits to pages of the site.  Whatever a page says on the console, throws, fails to load or
// asks of another place is kept, with the page's name.

class Visits {
  constructor(browser, address) {
    this.browser = browser;
    this.address = address;
    this.faults = [];
    this.expected = new Set(); // addresses that are meant to be missing
  }

  watch(page) {
    const keep = (what) => this.faults.push(page.url().replace(this.address, "") + ": " + what);
    page.on("console", (m) => {
      if (m.type() !== "error" && m.type() !== "warning") return;
      if (!this.expected.has(m.location().url)) keep(m.text());
    });
    page.on("pageerror", (e) => keep(e.message));
    page.on("requestfailed", (r) => {
      const why = (r.failure() || { errorText: "?" }).errorText; /* leaving a page stops what it was reading */
      if (why !== "net::ERR_ABORTED") keep("failed: " + r.url() + " " + why);
    });
    page.on("request", (r) => {
      if (!r.url().startsWith(this.address) && !/^(data|file):/.test(r.url())) keep("asks " + r.url());
    });
    return page;
  }

  // Runs visit(page, file) for each file, in two pages of a context of its own.
  async each(files, options, visit) {
    const context = await this.browser.newContext(options);
    const queue = files.slice();
    const worker = async () => {
      const page = this.watch(await context.newPage());
      for (let file = queue.shift(); file; file = queue.shift()) {
        await page.goto(this.address + file, { waitUntil: "load" });
        await visit(page, file);
      }
    };
    await Promise.all([worker(), worker()]);
    await context.close();
  }

  // Runs visit(page) in a page of its own.
  async one(options, visit) {
    const context = await this.browser.newContext(options);
    await visit(this.watch(await context.newPage()));
    await context.close();
  }
}

module.exports = { Visits };
