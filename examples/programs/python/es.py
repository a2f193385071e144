"""(1+1)-ES with the 1/5 success rule, restarted when its steps become too small.

A program that Benchwright can compare: it asks for values on its standard output and is told them
on its standard input, one JSON object a line (docs/programs.md). Standard library only.
"""

import json
import math
import random
import sys

SHRINK = math.exp(-0.25 / 3)  # after each failure; one success in five keeps the step as it is
GROW = math.exp(1 / 3)


def say(kind, content):
    """Sends one message. Without the flush it would wait in a buffer, and so would everybody."""
    print(json.dumps({kind: content}), flush=True)


def hear():
    """The kind and the content of the next message."""
    [(kind, content)] = json.loads(sys.stdin.readline()).items()
    return kind, content


def ask(points):
    """The values of points; ends the program when the trial is over."""
    say("ask", points)
    kind, content = hear()
    if kind == "done":
        sys.exit(0)
    # A value may be "NaN" or "Infinity", for which JSON has no number.
    return [float(value) for value in content]


def search(problem, rng):
    """Walks from a random point until its steps are too small to lead anywhere."""
    box = list(zip(problem["lower"], problem["upper"]))
    parent = [rng.uniform(low, high) for low, high in box]
    [best] = ask([parent])
    widest = max(high - low for low, high in box)
    step = widest / 4
    while step > 1e-11 * widest:
        child = [
            min(max(x + step * rng.gauss(0, 1), low), high) for x, (low, high) in zip(parent, box)
        ]
        [value] = ask([child])
        # Not "value <= best": while best is NaN, every child is welcome.
        if not value > best:
            parent, best = child, value
            step = min(step * GROW, widest)
        else:
            step *= SHRINK


def main():
    say("hello", {"protocol": 1, "name": "python-es", "version": "1.0"})
    _, problem = hear()
    # All chance comes from the seed, so that a trial can be repeated.
    rng = random.Random(problem["seed"])
    while True:
        search(problem, rng)


if __name__ == "__main__":
    main()
