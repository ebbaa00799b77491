"""Draws quickstart.png beside this file from the store of conf/quickstart.conf.

Usage, from the top folder, after `./polylog run conf/quickstart.conf`:  python3 docs/images/quickstart.py
"""

import io
import pathlib
import subprocess

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd
import PIL.Image

STORE = "out/quickstart"
COLOURS = {16: "#0072b2", 32: "#009e73", 64: "#d55e00", 128: "#7b3f98"}
INK = "#222222"


def ask(query):
    command = ["./polylog", "sql", STORE, query, "--format", "csv"]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return pd.read_csv(io.StringIO(answer.stdout))


curves = ask("""
    select inputs, d, label_noise, t.samples / d as x, count(*) as runs,
           percentile(t.test_error, 0.5) as middle,
           percentile(t.test_error, 0.25) as low, percentile(t.test_error, 0.75) as high
    from trajectories t join runs using (run_id)
    where step > 0 group by all order by x""")
targets = ask("""
    select inputs, d, label_noise, count(*) as runs,
           percentile(coalesce(reached_at_samples, double('inf')), 0.5) / d as x
    from runs group by all""")

plt.rcParams.update({
    "font.family": "DejaVu Sans", "font.size": 10, "text.color": INK, "axes.labelcolor": INK,
    "axes.edgecolor": "#777777", "xtick.color": INK, "ytick.color": INK,
    "axes.spines.top": False, "axes.spines.right": False,
})
figure, panels = plt.subplots(2, 2, figsize=(9.4, 5.8), sharex=True, sharey=True, facecolor="white")
for row, noise in enumerate([0, 0.05]):
    for column, inputs in enumerate(["gaussian", "boolean"]):
        panel = panels[row, column]
        panel.grid(axis="y", color="#eeeeee", zorder=0)
        panel.axhline(0.05, color="#888888", linewidth=0.9, linestyle=(0, (1, 2)), zorder=1)
        for d, colour in COLOURS.items():
            cell = f"inputs == '{inputs}' and d == {d} and label_noise == {noise}"
            target = targets.query(cell).iloc[0]
            # To the end of the replicate that stops first: beyond it a median would be one of the slower runs.
            curve = curves.query(cell).query(f"runs == {target.runs}")
            panel.fill_between(curve.x, curve.low, curve.high, color=colour, alpha=0.16, linewidth=0, zorder=2)
            panel.plot(curve.x, curve.middle, color=colour, linewidth=1.7, zorder=3)
            panel.plot(target.x, 0.05, "o", color=colour, markersize=7, markeredgecolor="white", zorder=5)
        labels = "5 % of labels flipped" if noise else "clean labels"
        panel.set_title(f"{inputs.capitalize()} inputs, {labels}", loc="left", fontsize=11, fontweight="bold")
panels[0, 0].set_xscale("log")
panels[0, 0].set_xlim(15, 2300)
panels[0, 0].set_ylim(0, 0.54)
panels[0, 0].set_xticks([20, 50, 100, 200, 500, 1000, 2000], ["20", "50", "100", "200", "500", "1000", "2000"])
for panel in panels.flat:
    panel.minorticks_off()
for panel in panels[1]:
    panel.set_xlabel("training samples / d")
for panel in panels[:, 0]:
    panel.set_ylabel("test error")
panels[0, 0].text(16, 0.058, "target", fontsize=9, color="#666666")
lines = [plt.Line2D([], [], color=colour, linewidth=2.6, label=f"d = {d}") for d, colour in COLOURS.items()]
panels[0, 1].legend(handles=lines, loc="upper right", frameon=False, handlelength=1.6)
figure.tight_layout(w_pad=1.5, h_pad=1.2)
picture = io.BytesIO()
figure.savefig(picture, dpi=160)
small = PIL.Image.open(picture).convert("RGB").quantize(128, dither=PIL.Image.Dither.NONE)
small.save(pathlib.Path(__file__).with_suffix(".png"), optimize=True)
