#!/bin/sh
# site_script.sh OBJ - the script of the site in a real browser, from file://: lists filter,
# chips say so and take it back, tables sort by number and by date.
obj=${1:?usage: site_script.sh build/KIND}
suite="site script"
. "$(dirname "$0")/../tools/chromium.sh"

if ! "$accord" build --quiet --content "$root/content" --output built >out 2>err; then
    fail "the shipped content" "the build failed"
    exit 0
fi
page=$work/built/site/en/agreements/index.html
cat >>"$page" <<'PROBE'
<script>
addEventListener("load", function () {
  var said = [];
  function say(name, good) { said.push((good ? "ok" : "not ok") + " site script: " + name); }
  function all(s) { return Array.prototype.slice.call(document.querySelectorAll(s)); }
  function shown() { return all("tbody tr").filter(function (r) { return !r.hidden; }); }
  function keys(n) {
    return shown().map(function (r) { return r.cells[n].getAttribute("data-sort") || ""; });
  }
  function sorted(list, before) {
    return list.every(function (x, i) { return i === 0 || before(list[i - 1], x); });
  }
  try {
    var total = shown().length;
    var region = document.querySelector("select[data-facet=region]");
    region.value = "region:AFR";
    region.dispatchEvent(new Event("change", { bubbles: true }));
    var some = shown();
    say("a facet filters", some.length > 0 && some.length < total && some.every(function (r) {
      return (" " + r.dataset.filter + " ").indexOf(" region:AFR ") >= 0;
    }));
    var chips = all(".chips button");
    say("a chip says what is on",
        chips.length === 1 && chips[0].textContent === region.selectedOptions[0].text);
    say("the count follows",
        document.querySelector(".chips .count").textContent.indexOf(some.length) >= 0);
    chips[0].click();
    say("a chip takes it back", shown().length === total && all(".chips button").length === 0);
    var search = document.querySelector(".filter input");
    search.value = "no such words anywhere";
    search.dispatchEvent(new Event("input", { bubbles: true }));
    say("words filter", shown().length === 0);
    [["unicef", 5], ["-12,000", 1], ["-12000", 1]].forEach(function (asked) {
      search.value = asked[0];
      search.dispatchEvent(new Event("input", { bubbles: true }));
      say(asked[0] + " is found", shown().length === asked[1]);
    });
    search.value = "";
    search.dispatchEvent(new Event("input", { bubbles: true }));
    var heads = all("thead th");
    var money = heads.length - 1, date = money - 1;
    heads[money].querySelector("button").click();
    var amounts = keys(money).filter(Boolean).map(Number);
    say("amounts sort as numbers, largest first",
        amounts.length > 5 && sorted(amounts, function (a, b) { return a >= b; }) &&
        heads[money].getAttribute("aria-sort") === "descending");
    say("empty cells come last", keys(money).lastIndexOf("") === total - 1 &&
        keys(money).indexOf("") === amounts.length);
    heads[date].querySelector("button").click();
    say("dates sort, oldest first",
        sorted(keys(date), function (a, b) { return a <= b; }) &&
        !heads[money].hasAttribute("aria-sort"));
  } catch (e) {
    say("it runs: " + e, false);
  }
  document.documentElement.innerHTML = "<pre>" + said.join("\n") + "</pre>";
});
</script>
PROBE
told_by "file://$page"
