#!/usr/bin/env python3
"""Does cocopp see the same expected running times and distributions of running times as Benchwright?

    bench export RUN --to coco --out exdata
    bench report RUN --format json > report.json
    python3 side_by_side.py RUN/summary.json exdata/ALGORITHM [report.json]

Reads them, compares every function, dimension and target of the summary, and every point of the distributions over all
functions of the report, and ends with 1 if any differs. The run must have COCO's 51 targets.
Needs cocopp (numbbo/coco-postprocess) with numpy, scipy and matplotlib.
"""
import json
import math
import os
import sys

import cocopp


def same(mine, theirs):
    return mine == theirs or abs(mine - theirs) <= 1e-9 * abs(theirs)


def distributions(algorithm, folder, report_file):
    """Shares of all pairs of a trial and a target, hit or not, within so many evaluations per dimension."""
    targets = [10 ** (2 - 0.2 * i) * (1 + 1e-12) for i in range(51)]
    times = {}
    for data in cocopp.load(folder):
        times.setdefault(data.dim, []).extend(e / data.dim for row in data.detEvals(targets) for e in row)
    with open(report_file, encoding="utf-8") as file:
        found = [
            each
            for each in curves(json.load(file))
            if each["optimizer"] == algorithm and each["group"] == "all" and each["dimension"] in times
        ]
    compared, different = 0, 0
    for each in found:
        theirs = times[each["dimension"]]
        for x, share in zip(each["steps"]["x"], each["steps"]["y"]):
            compared += 1
            if not same(float(share), sum(t <= float(x) for t in theirs) / len(theirs)):
                different += 1
                print("%d-D within %g evaluations per dimension: ours %r" % (each["dimension"], x, share))
    print("%s: %d points of distributions compared, %d differ" % (algorithm, compared, different))
    return 1 if different or not compared else 0


def curves(part):
    """The distributions, wherever the report has them."""
    if isinstance(part, dict):
        for name, value in part.items():
            yield from value if name == "distributions" else curves(value)
    elif isinstance(part, list):
        for value in part:
            yield from curves(value)


def main(summary_file, folder, report_file=None):
    algorithm = os.path.basename(os.path.normpath(folder))
    with open(summary_file, encoding="utf-8") as file:
        rows = [row for row in json.load(file)["rows"] if row["optimizer"] == algorithm]
    ours = {(row["function"], row["dimension"]): row["targets"] for row in rows}
    compared, different = 0, 0
    for data in cocopp.load(folder):
        targets = ours[("bbob-f%d" % data.funcId, data.dim)]
        # cocopp looks a target up in its own grid of powers of ten, whose last bits differ from ours.
        theirs = data.detERT([float(each["target"]) * (1 + 1e-12) for each in targets])
        for each, ert in zip(targets, theirs):
            mine = math.inf if each["ert"] is None else float(each["ert"])
            compared += 1
            if not same(mine, ert):
                different += 1
                print("f%d %d-D target %g: ours %r, cocopp %r" % (data.funcId, data.dim, each["target"], mine, ert))
    print("%s: %d expected running times compared, %d differ" % (algorithm, compared, different))
    wrong = 1 if different or not compared else 0
    return wrong or (distributions(algorithm, folder, report_file) if report_file else 0)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
