"""explain_check.py ACCORD CONTENT - redo every step that accord explain shows, exactly."""

import csv
import io
import json
import subprocess
import sys
from fractions import Fraction

from answers import Answers

answers = Answers("explain")
accord, content = sys.argv[1:3]


def run(*args):
    return subprocess.run([accord, *args, "--content", content], check=True,
                          stdout=subprocess.PIPE).stdout.decode()


def cents_of(amount):
    """To the cent, half away from zero."""
    scaled = Fraction(amount) * 100
    whole = int(abs(scaled) + Fraction(1, 2))
    return whole if scaled >= 0 else -whole


def step_faults(row):
    """What is wrong with the arithmetic of one row of money."""
    part = Fraction(row["usd"])
    usd = Fraction(row["contribution_usd"]) if row.get("contribution_usd") else part
    if row.get("rate") and row["rate"][0].isdigit():
        if cents_of(Fraction(row["amount"]) / Fraction(row["rate"])) != usd * 100:
            yield "amount by rate is not the value in USD"
    elif row.get("currency") == "USD" and not row.get("rate") and Fraction(row["amount"]) != usd:
        yield "an amount in USD has another value"
    share = Fraction(row["share"]) if row.get("share") else Fraction(1)
    if abs(usd * share - part) >= Fraction(1, 100):
        yield "the part is a cent or more from the share"


def check(figure):
    table = list(csv.DictReader(io.StringIO(run("explain", "--csv", figure["id"]))))
    money = figure["unit"] == "usd"
    for row in table:
        for fault in step_faults(row) if money else ():
            yield f"{figure['id']}: {row['agreement']}: {fault}"
    total = sum((Fraction(r["usd"]) if money else Fraction(r["numerator"]) /
                 Fraction(r["denominator"]) if "numerator" in r else Fraction(r["count"])
                 for r in table), Fraction(0))
    exact = Fraction(str(figure["value"])) if money else Fraction(figure["exact"])
    hidden = len(table) < len({s.get("agreement") for s in figure["trail"]})
    if total != exact and not hidden and not any(not r["agreement"] for r in table):
        yield f"{figure['id']}: the rows make {total}, the figure is {exact}"


figures = [f for f in json.loads(run("figures", "--json", "--quiet", "--profile", "internal"), parse_float=str)
           if f["value"] is not None and f["trail"] and
           (f["id"].startswith("2018.") or f["id"].startswith("2024.regions.") or
            f["id"].startswith("2024.contributions."))]
faults = [fault for f in figures for fault in check(f)]
rated = sum("rate" in line for line in [run("explain", "--csv", "2024.contributions.total")])
answers.faultless("every step of many figures can be redone with exact fractions",
                  faults if len(figures) >= 40 and rated else ["too little to check"])
