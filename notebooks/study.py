"""What the notebooks share: training a sweep, asking its store, and the look of figures.

Stores go to the folder that POLYLOG_OUT names, by default `out` at the top of the repository.
"""

import io
import os
import pathlib
import subprocess

import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import clear_output

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = pathlib.Path(os.environ.get("POLYLOG_OUT") or ROOT / "out").resolve()

# The palette of Okabe and Ito, which stays apart for every common kind of colour blindness.
BLUE, ORANGE, GREEN, VERMILION, PURPLE, SKY, YELLOW = (
    "#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#f0e442")
INK, GREY, PALE = "#222222", "#777777", "#ebebeb"

plt.rcParams.update({
    "figure.dpi": 110, "savefig.dpi": 110, "figure.facecolor": "white", "figure.constrained_layout.use": True,
    "font.family": "DejaVu Sans", "font.size": 10, "text.color": INK,
    "axes.labelcolor": INK, "axes.edgecolor": GREY, "xtick.color": INK, "ytick.color": INK,
    "axes.spines.top": False, "axes.spines.right": False, "axes.axisbelow": True,
    "axes.grid": True, "axes.grid.axis": "y", "axes.grid.which": "major", "grid.color": PALE,
    "axes.titlesize": 11, "axes.titleweight": "bold", "axes.titlelocation": "left", "legend.frameon": False,
})


class Study:
    """A sweep file and its store, OUT/name."""

    def __init__(self, sweep_file, name):
        self.sweep_file = ROOT / sweep_file
        self.store = OUT / name

    def train(self):
        """Trains the runs that the store lacks, none if it is complete, and prints the summary of all cells."""
        command = [ROOT / "polylog", "run", self.sweep_file, "--out", self.store, "--no-report"]
        said = []
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
            for line in process.stdout:
                if "runs/s" not in line:
                    said.append(line)
                clear_output(wait=True)
                print("".join(said) + (line if "runs/s" in line else ""), end="")
        if process.returncode != 0:
            raise RuntimeError(f"polylog run ended with exit code {process.returncode}:\n{''.join(said)}")

    def sql(self, query):
        """The answer to a Spark SQL query over the tables `runs`, `trajectories`, `neurons` and `distances`."""
        command = [ROOT / "polylog", "sql", self.store, query, "--format", "csv"]
        answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        if answer.returncode != 0:
            raise RuntimeError(f"polylog sql ended with exit code {answer.returncode}:\n{answer.stderr}")
        return pd.read_csv(io.StringIO(answer.stdout))
