"""ci_recipes.py RECIPE OUT - checks what templates/ci/*.yml must be, and writes the commands of each job
into OUT/<job>.sh, so that ci_recipes.sh runs them.
ci_recipes.py --sarif FILE - checks a file for code scanning: every result has its rule with help, and
a place in a file that is there."""
import json
import os
import sys
import urllib.parse

import yaml

from answers import Answers

answers = Answers("ci")


class Loader(yaml.SafeLoader):
    """Booleans as YAML 1.2 has them: "on" is a key, not true."""


Loader.yaml_implicit_resolvers = {
    key: [(tag, regexp) for tag, regexp in rows if tag != "tag:yaml.org,2002:bool"]
    for key, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def write(out, job, shell, commands):
    with open(os.path.join(out, job + ".sh"), "w") as f:
        f.write(shell + "\n" + "\n".join(commands) + "\n")


def github(recipe, out):
    jobs = recipe["jobs"]
    answers.told(set(recipe["on"]) == {"pull_request", "push"},
                 "github: runs on pull requests and on the branch that is published")
    answers.told(recipe["permissions"] == {}, "github: nothing is allowed that no job asks for")
    answers.told(all("permissions" in j for j in jobs.values()), "github: each job says what it may do")
    writes = {(n, k) for n, j in jobs.items() for k, v in j["permissions"].items() if v == "write"}
    answers.told(writes == {("check", "security-events"), ("comment", "pull-requests"), ("publish", "pages"),
                            ("publish", "id-token")},
                 "github: and no more than it must")
    steps = [(n, s) for n, j in jobs.items() for s in j["steps"]]
    answers.told(all(("run" in s) != ("uses" in s) for _, s in steps), "github: each step does one thing")
    answers.told(all("@v" in s["uses"] or len(s["uses"].split("@")[-1]) == 40 for _, s in steps if "uses" in s),
                 "github: actions have a version")
    answers.told(not any("${{" in s.get("run", "") for _, s in steps),
                 "github: nothing is put into commands that others may have written")
    answers.told(all(j.get("needs", "check") in jobs for j in jobs.values()), "github: what a job needs is there")
    for name, job in jobs.items():
        # what one step leaves for others by way of the runner is left to the shell here
        write(out, "github-" + name, "set -eo pipefail", [s["run"] for s in job["steps"] if "run" in s])


def gitlab(recipe, out):
    words = {"stages", "workflow", "variables", "default"}
    jobs = {n: j for n, j in recipe.items() if n not in words}
    answers.told(all(j["stage"] in recipe["stages"] for j in jobs.values()), "gitlab: each job is of a stage")
    lines = recipe["default"]["before_script"] + [c for j in jobs.values() for c in j["script"]]
    answers.told(all(isinstance(c, str) for c in lines), "gitlab: commands are texts")
    answers.told(len(recipe["workflow"]["rules"]) == 2, "gitlab: merge requests and the branch that is published")
    answers.told(jobs["pages"]["artifacts"]["paths"] == ["public"], "gitlab: pages are those of public/")
    answers.told(jobs["check"]["artifacts"]["reports"] == {"codequality": "code-quality.json"},
                 "gitlab: messages are a report")
    for name, job in jobs.items():
        write(out, "gitlab-" + name, "set -eo pipefail",
              recipe["default"]["before_script"] + job["script"])


def sarif(path):
    run = json.load(open(path))["runs"][0]
    rules = {r["id"]: r for r in run["tool"]["driver"]["rules"]}
    results = run["results"]
    answers.told(len(results) > 0, "sarif: there are results")
    answers.told(all(r["ruleId"] in rules and rules[r["ruleId"]]["help"]["text"]
                     and rules[r["ruleId"]]["shortDescription"]["text"] for r in results),
                 "sarif: each has its rule, with a text and help")
    fine = True
    for r in results:
        place = r["locations"][0]["physicalLocation"]
        uri = place["artifactLocation"]["uri"]
        name = urllib.parse.unquote(uri)
        region = place.get("region", {"startLine": 1, "startColumn": 1, "endColumn": 1})
        lines = open(name, encoding="utf-8-sig").read().split("\n") if os.path.exists(name) else []
        fine = fine and ":" not in uri and not uri.startswith("/") and region["startLine"] <= len(lines) \
            and 1 <= region["startColumn"] <= region["endColumn"] \
            and region["endColumn"] <= len(lines[region["startLine"] - 1]) + 2
    answers.told(fine, "sarif: and a place in a file of the repository")
    answers.told(all(r["level"] in ("error", "warning", "note") for r in results), "sarif: levels are those of SARIF")


if sys.argv[1] == "--sarif":
    sarif(sys.argv[2])
else:
    with open(sys.argv[1]) as file:
        loaded = yaml.load(file, Loader)
    (github if os.path.basename(sys.argv[1]) == "github.yml" else gitlab)(loaded, sys.argv[2])
