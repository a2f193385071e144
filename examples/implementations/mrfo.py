"""Manta Ray Foraging (Zhao, Zhang and Wang, 2020) on a shifted Rosenbrock function: the same search,
draw by draw and bit by bit, as in mrfo.c, Mrfo.java and mrfo.mjs. Standard library only.

    python3 mrfo.py --size 1000

--size is the number of iterations.
"""

import sys
import time
from math import sqrt

DIMENSION = 10
POPULATION = 30
SOMERSAULT = 2.0
LOWER = -5.0
WIDTH = 10.0
COORDINATES = range(DIMENSION)

state = 20201120
evaluations = 0


def uniform():
    """mulberry32: 32 bits of chance, with the arithmetic that JavaScript has too."""
    global state
    state = s = (state + 0x6D2B79F5) & 0xFFFFFFFF
    t = (s ^ (s >> 15)) * (s | 1) & 0xFFFFFFFF
    t ^= (t + (t ^ (t >> 7)) * (t | 61)) & 0xFFFFFFFF
    return (t ^ (t >> 14)) / 4294967296.0


# Functions of our own: those of the languages differ in their last bits.


def exponential(x):
    """e^x, 0 <= x <= 1."""
    total = 1.0
    for k in range(16, 0, -1):
        total = 1 + x * total / k
    return total


def sine_of_turns(r):
    """sin(2 pi r), 0 <= r < 1."""
    x = 6.283185307179586 * (0.5 - r)
    square = x * x
    total = 1.0
    for k in range(26, 0, -2):
        total = 1 - square * total / (k * (k + 1))
    return x * total


def minus_logarithm(x):
    """-ln(x), 0 < x <= 1."""
    halvings = 0.0
    while x < 0.5:
        x *= 2
        halvings += 1
    s = (1 - x) / (1 + x)
    square = s * s
    total = 0.0
    for k in range(29, 0, -2):
        total = total * square + 1.0 / k
    return halvings * 0.6931471805599453 + 2 * s * total


def rosenbrock(x):
    global evaluations
    evaluations += 1
    total = 0.0
    z = x[0] + 1
    for j in range(1, DIMENSION):
        after = x[j] - (j % 3 - 1)
        a = z * z - after
        b = z - 1
        total += 100 * a * a + b * b
        z = after
    return total


def draw():
    return [LOWER + WIDTH * uniform() for _ in COORDINATES]


def repaired(y):
    """What has left the box is drawn anew in it."""
    return [v if LOWER <= v <= LOWER + WIDTH else LOWER + WIDTH * uniform() for v in y]


def cyclone(points, i, best, t, iterations):
    r = uniform()
    beta = 2 * exponential(r * (iterations - t + 1) / iterations) * sine_of_turns(r)
    reference = draw() if t / iterations <= uniform() else best
    before = reference if i == 0 else points[i - 1]
    return [
        at + uniform() * (b - x) + beta * (at - x)
        for x, at, b in zip(points[i], reference, before)
    ]


def chain(points, i, best):
    before = best if i == 0 else points[i - 1]
    y = []
    for x, b, at in zip(points[i], before, best):
        r = uniform()
        a = uniform()
        alpha = 2 * a * sqrt(minus_logarithm(1 - uniform()))
        y.append(x + r * (b - x) + alpha * (at - x))
    return y


def somersault(x, best):
    r2 = uniform()
    r3 = uniform()
    return [v + SOMERSAULT * (r2 * at - r3 * v) for v, at in zip(x, best)]


def keep_better(points, values, candidates):
    for i, candidate in enumerate(candidates):
        value = rosenbrock(candidate)
        if value < values[i]:
            values[i] = value
            points[i] = candidate


def update_best(points, values, best, best_value):
    for i in range(POPULATION):
        if values[i] < best_value:
            best, best_value = points[i], values[i]
    return best, best_value


def search(iterations):
    began = time.perf_counter()
    points = []
    values = []
    for _ in range(POPULATION):
        points.append(draw())
        values.append(rosenbrock(points[-1]))
    best, best_value = update_best(points, values, points[0], values[0])
    ready = time.perf_counter()
    for t in range(1, iterations + 1):
        candidates = []
        for i in range(POPULATION):
            spiral = uniform() < 0.5
            y = cyclone(points, i, best, t, iterations) if spiral else chain(points, i, best)
            candidates.append(repaired(y))
        keep_better(points, values, candidates)
        keep_better(points, values, [repaired(somersault(x, best)) for x in points])
        best, best_value = update_best(points, values, best, best_value)
    ended = time.perf_counter()
    print(f'{{"stage": "set-up", "seconds": {ready - began:.9f}}}')
    print(f'{{"stage": "search", "seconds": {ended - ready:.9f}}}')
    rate = evaluations / (ended - began)
    print(f'{{"metric": "evaluations", "value": {rate:.1f}, "unit": "1/s"}}')
    print("best", best_value, "at", *best)


def main():
    words = sys.argv[1:]
    if len(words) != 2 or words[0] != "--size" or not words[1].isdigit() or int(words[1]) < 1:
        sys.exit("usage: mrfo.py --size ITERATIONS")
    search(int(words[1]))


if __name__ == "__main__":
    main()
