#!/usr/bin/python3
"""data_odd.py CONTENT - adds records whose texts and amounts try to break every file format."""
import sys

from files import write

content = sys.argv[1]
agreement = """\
id: {id}
title:
  en: {en}
  ar: "=جمع(1)، \\"اتفاق\\""
kind: {kind}
{more}signed: 2024-11-0{day}
partners: [odd-one, unicef]
contributions: {money}
regions: {regions}
priorities: {{kap-inclusive-secure: 67, kap-affordable-connectivity: 33}}
objective: {{en: "first\\nsecond, \\"third\\" a < b & c > d | a \\\\ b", zh: 目标，"引号"}}
links: [{{label: {{en: x}}, url: "https://example.org/?a=1&b=(2)"}}]
publish: {publish}
sample: true
"""


def put(name, **given):
    values = dict(id=name, en='"=HYPERLINK(\\"http://x\\")"', kind="mou", more="", day=1,
                  money="[{from: odd-one, amount: 10.00, currency: USD}]",
                  regions="{AFR: 1, EUR: 1, CIS: 1}", publish="public")
    values.update(given)
    write(f"{content}/agreements/2024/{name}.yaml", agreement.format(**values))


write(content + "/partners/odd-one.yaml", """\
id: odd-one
name: {en: "@odd | one, \\"Ltd\\"", fr: "-moins", ar: شركة، "واحدة"}
former_names: [{until: 2024-01-01, name: {en: "+odd"}}]
type: private-sector
country: "NO"
sample: true
""")
put("odd-1")
# The largest amounts there can be: together more than 2^53 cents, which no double holds.
most = "\n  - {from: odd-one, amount: 99999999999.99, currency: USD}"
put("odd-2", day=2, en='"+1 | -2"', regions="{AFR: 1, EUR: 2}", money=950 * most + """
  - {from: unicef, amount: 100001, currency: JPY, form: in-kind, usd: 650.05}
  - {from: itu, amount: 0.01, currency: USD}""")
put("odd-3", day=3, kind="addendum", more="amends: odd-1\n", en='"\\tTab"',
    money="[{from: odd-one, amount: -7.03, currency: USD}]")
put("odd-4", day=4, publish="internal", en="Secretus", money="[]")
put("odd-5", day=5, kind="addendum", more="amends: odd-4\n", en="'@Of what is not named'")
put("odd-6", day=6, kind="addendum", en="To an addendum", money="[]",
    more="amends: odd-3\nends: 2026-06-30\nterminated: 2024-12-01\nleaves: [unicef]\n")
