#!/usr/bin/env python3
"""Does cocopp see the same expected running times as Benchwright?

    bench export RUN --to coco --out exdata
    python3 side_by_side.py RUN/summary.json exdata/ALGORITHM

Reads both, compares every function, dimension and target of the summary, and ends with 1 if any differs.
Needs cocopp (numbbo/coco-postprocess) with numpy, scipy and matplotlib.
"""
import json
import math
import os
import sys

import cocopp


def main(summary_file, folder):
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
            same = mine == ert or abs(mine - ert) <= 1e-9 * abs(ert)
            if not same:
                different += 1
                print("f%d %d-D target %g: ours %r, cocopp %r" % (data.funcId, data.dim, each["target"], mine, ert))
    print("%s: %d expected running times compared, %d differ" % (algorithm, compared, different))
    return 1 if different or not compared else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2]))
