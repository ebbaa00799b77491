"""Draws gaussian-xor.png beside this file from the results of conf/scaling/gaussian-xor-million.conf.

Usage, from the top folder, after `./polylog run conf/scaling/gaussian-xor-million.conf --no-report` and
`./polylog report out/gaussian-xor-million --starts 32`:  python3 docs/images/gaussian-xor.py [STORE]
"""

import pathlib
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import PIL.Image

STORE = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "out/gaussian-xor-million")
BLUE, VERMILLION, INK = "#0072b2", "#d55e00", "#222222"

cells = pd.read_csv(STORE / "analysis" / "cells.csv")
laws = pd.read_csv(STORE / "analysis" / "laws.csv").set_index(["law", "parameter"])["estimate"]
crossings = pd.read_csv(STORE / "analysis" / "crossings.csv")

plt.rcParams.update({"font.size": 11, "text.color": INK, "axes.labelcolor": INK, "axes.edgecolor": "#888888"})
figure, axes = plt.subplots(figsize=(7.6, 4.2), dpi=160)
d = np.geomspace(cells["x"].min() * 0.85, cells["x"].max() * 1.18, 200)

fitted = "d (c0 + c1 log d)"
theory = cells.dropna(subset=["theory_samples"])
axes.plot(theory["x"], theory["theory_samples"] / theory["x"], "--", color=VERMILLION, label="theory, no free parameter")
axes.plot(d, laws[fitted, "c0"] + laws[fitted, "c1"] * np.log(d), color=BLUE,
          label=f"fit, {laws[fitted, 'c0']:.0f} + {laws[fitted, 'c1']:.1f} log d")
axes.scatter(crossings["x"], crossings["upper"] / crossings["x"], s=7, color=BLUE, alpha=0.18, linewidths=0, label="single runs")
low, middle, high = (cells[name] / cells["x"] for name in ("median_low", "median", "median_high"))
known = (low > 0) & np.isfinite(high)
axes.errorbar(cells["x"], middle, yerr=[(middle - low).where(known, 0), (high - middle).where(known, 0)], fmt="o", color=INK,
              markersize=4.5, capsize=2.5, linewidth=1.2, label="median, with its 95 % interval where runs are enough")

axes.set_xscale("log", base=2)
axes.set_xticks(cells["x"][::2], [f"{x:,.0f}" for x in cells["x"][::2]], fontsize=9)
axes.minorticks_off()
axes.set_xlabel("dimension d")
axes.set_ylabel("samples to a test error of 0.05, divided by d")
axes.grid(axis="y", color="#e8e8e8")
axes.set_axisbelow(True)
axes.spines[["top", "right"]].set_visible(False)
axes.legend(frameon=False, loc="upper left")
figure.tight_layout()

path = pathlib.Path(__file__).with_suffix(".png")
figure.savefig(path)
PIL.Image.open(path).convert("P", palette=PIL.Image.Palette.ADAPTIVE, colors=64).save(path, optimize=True)
