"""Fits the costs of engines (the profiles in trainer-core, package engine) to measured steps.

    python3 engines.py [file.csv ...]

Needs numpy. Each cost is linear in its constants, which are fitted by least squares of the relative error. The constants of
the program are frozen: `engine = auto` goes by them, so they belong to the identity of runs. They were fitted in this way to
1,300 steps that were not kept, those of the gram engine to gram-avx2.csv; grids, each measured twice, are beside this script. It prints both sets of constants, how well
either predicts a grid, and how well the frozen ones do when their terms are scaled by the measured speeds of the machine, as
estimates of time are. README.md beside it says how the grid is measured.
"""

import csv
import sys
from pathlib import Path

import numpy as np

# What Speeds.FROZEN holds.
PRODUCT_FLOPS, NORMAL_SECONDS, LOOKUP_SECONDS = 95.4e9, 0.48e-9, 0.0173e-9

# Of the target of the grid, XOR.
LABEL_COORDINATES = 2

# Name, frozen constant, and the speed that its term goes with.
TERMS = {
    "dense": [
        ("m d, normal", 0.95, "normal"),
        ("m d, boolean", 1.2, "normal"),
        ("m d p", 0.043, "product"),
        ("m p", 0.65, "normal"),
        ("m", 20, "other"),
        ("d p", 0.35, "other"),
        ("1", 600, "other"),
    ],
    "projected": [
        ("r m", 3.9, "normal"),
        ("r m p", 0.037, "product"),
        ("r d", 6.5, "normal"),
        ("r r d", 0.103, "product"),
        ("r (rank^2 + rank^2)", 0.25, "other"),
        ("m", 35, "other"),
        ("1", 3500, "other"),
    ],
    "bitpacked": [
        ("m d", 0.065, "normal"),
        ("m d p", 0.0143, "lookup"),
        ("m p", 0.6, "normal"),
        ("m", 44, "other"),
        ("d p", 7.1, "lookup"),
    ],
    "gram": [
        ("r m p, twice without sums", 0.0211, "product"),
        ("m p p, without sums", 0.056, "product"),
        ("m units", 2.33, "normal"),
        ("chunks units", 1380, "normal"),
        ("m", 72, "other"),
        ("r p", 1.3, "other"),
        ("p^3, squares", 0.207, "other"),
        ("drawn q", 246, "other"),
        ("drawn q^2", 0.64, "other"),
        ("swept m p", 21.7, "other"),
        ("swept m p^2", 0.311, "other"),
        ("folded products", 0.04, "product"),
        ("folded p^3", 0.032, "other"),
        ("folded p^2", 2.3, "other"),
        ("1", 1550, "other"),
    ],
}


def gram_features(spans, p, m):
    """Of plain descent at a large d, where something is outside of every span."""
    r, q, blocks = LABEL_COORDINATES + spans * p, min(p, m), -(-p // 16)
    swept = m == 1 or 8 * m <= p
    squares, sums = not swept and m >= p, m >= 512
    units = sums * (blocks * -(-r // 16) + squares * blocks * (blocks + 1) // 2)
    chunks = -(-m // max(64, min(2048, 65536 // max(r, p + LABEL_COORDINATES))))
    of_samples = [r * m * p * (2 - sums), m * p * p * (squares and not sums), m * units, chunks * units, m]
    swept_in = [spans * swept * m * p, spans * swept * m * p * p]
    folded = [spans * (not swept) * term for term in (p * p * (p + q) + q * q * p, p**3, p * p)]
    return [*of_samples, r * p, p**3 * squares, spans * q, spans * q * q, *swept_in, *folded, 1]


def features(engine, row):
    """What the constants of an engine are multiplied by."""
    d, p, m = (int(row[key]) for key in ("d", "width", "batch"))
    inputs = row["inputs"]
    if engine == "gram":
        return gram_features(int(row["spans"]), p, m)
    if engine == "dense":
        normal = inputs == "gaussian"
        return [m * d * normal, m * d * (not normal), m * d * p, m * p, m, d * p, 1]
    if engine == "projected":
        r = p + LABEL_COORDINATES
        ranks = min(r, d) ** 2 + min(r, m) ** 2
        return [r * m, r * m * p, r * d, r * r * d, r * ranks, m, 1]
    padded_d, padded_p = -(-d // 32) * 32, -(-p // 16) * 16
    return [m * d, m * padded_d * padded_p, m * padded_p, m, padded_d * padded_p]


def fit(x, y):
    """Constants of least relative error that are not negative: what would be is left out, the most negative first."""
    kept = list(range(x.shape[1]))
    while True:
        found = np.linalg.lstsq(x[:, kept] / y[:, None], np.ones(len(y)), rcond=None)[0]
        if found.min() >= 0:
            constants = np.zeros(x.shape[1])
            constants[kept] = found
            return constants
        del kept[int(found.argmin())]


def report(name, predicted, measured):
    ratio = predicted / measured
    off = np.maximum(ratio, 1 / ratio)
    print(
        f"  {name:34s} median of predicted / measured {np.median(ratio):5.2f}; off by a factor of "
        f"{np.median(off):4.2f} in the median, {np.quantile(off, 0.9):4.2f} in nine of ten, {off.max():4.2f} at worst"
    )


def read(path):
    lines = path.read_text().splitlines()
    head = [line for line in lines if line.startswith("#")]
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    words = " ".join(head).replace(";", "").split()
    speeds = {key: float(words[words.index(key) + 1]) for key in ("product-flops", "normal-seconds")}
    return head, speeds, rows


def lookup_seconds(rows):
    """As `polylog bench` has it: the least time for each sample, dimension and neuron."""
    return min(
        (
            float(row["nanoseconds"]) * 1e-9 / (int(row["d"]) * int(row["width"]) * int(row["batch"]))
            for row in rows
            if row["engine"] == "bitpacked"
        ),
        default=LOOKUP_SECONDS,
    )


def main(paths):
    for path in paths:
        head, speeds, rows = read(path)
        print("\n".join([path.name, *head]))
        slowness = {
            "product": PRODUCT_FLOPS / speeds["product-flops"],
            "normal": speeds["normal-seconds"] / NORMAL_SECONDS,
            "lookup": lookup_seconds(rows) / LOOKUP_SECONDS,
            "other": 1,
        }
        print("Times as multiples of the frozen core's:", {key: round(value, 2) for key, value in slowness.items()})
        for engine, terms in TERMS.items():
            own = [row for row in rows if row["engine"] == engine]
            if not own:
                continue
            x = np.array([features(engine, row) for row in own], dtype=float)
            y = np.array([float(row["nanoseconds"]) for row in own])
            frozen = np.array([term[1] for term in terms])
            scale = np.array([slowness[term[2]] for term in terms])
            fitted = fit(x, y)
            print(f"\n{engine}, {len(own)} shapes, nanoseconds")
            for (name, value, speed), new in zip(terms, fitted):
                print(f"  {name:26s} frozen {value:8.4g}   scaled {value * slowness[speed]:8.4g}   fitted {new:8.4g}")
            report("frozen constants", x @ frozen, y)
            report("frozen constants, scaled", x @ (frozen * scale), y)
            report("fitted constants", x @ fitted, y)
        print()


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(Path(__file__).parent.glob("*-avx*.csv")))
