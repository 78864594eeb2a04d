"""What these scripts answer: "ok SUITE: NAME" or "not ok SUITE: NAME: why", a line for each claim; tests/run.sh counts them."""
LONGEST = 1500  # of a line, in characters
SHOWN = 3  # of what was found against a claim


class Answers:
    """Of one suite; failed counts the claims that do not hold."""

    def __init__(self, suite):
        self.suite, self.failed = suite, 0

    def told(self, fine, name, why=""):
        """A claim that holds or does not."""
        self.failed += not fine
        reason = f": {why}" if why else ""
        print(f"ok {self.suite}: {name}" if fine else f"not ok {self.suite}: {name}{reason}"[:LONGEST], flush=True)

    def faultless(self, name, faults):
        """A claim that holds when nothing was found against it; else the first faults are shown."""
        faults = list(faults)
        self.told(not faults, name, f"{len(faults)}, first: {'; '.join(map(str, faults[:SHOWN]))}")

    def skipped(self, name, why):
        print(f"ok {self.suite}: {name} # SKIP {why}", flush=True)
