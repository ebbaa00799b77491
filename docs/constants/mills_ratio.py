"""Derives the Chebyshev series of Mills' ratio in Normal (sweep-job, package analysis.numeric).

    python3 mills_ratio.py

Needs nothing but Python: decimals of 120 digits. With R(z) = (1 - Phi(z)) / phi(z), the function R(z) (1 + z) is smooth from
sqrt(pi / 2) at z = 0 to 1 at infinity, and in t = (z - 4) / (z + 4) its Chebyshev coefficients fall fast. They are sums over
N nodes cos(pi (i + 1/2) / N), where the function is

    below z = 9   (sqrt(pi / 2) exp(z^2 / 2) - sum over k of z^(2k+1) / (1 3 5 ... (2k+1))) (1 + z)
    above         (1 + z) / (z + 1 / (z + 2 / (z + 3 / ...)))

The sums differ from the coefficients by those of index 2 N - k and higher, which are below 1e-30. The script reads the
coefficients of the program and fails unless each is the double next to its own; it prints the sum of all that are left out,
a bound on the error of the series in exact arithmetic, relative because the function is at least 1.
"""

import re
import sys
from decimal import Decimal, getcontext
from pathlib import Path

getcontext().prec = 120

SOURCE = Path(__file__).parents[2] / "sweep-job/src/main/java/dev/polylog/sweep/analysis/numeric/Normal.java"
NODES = 160
SPLIT = 9
TERMS = 1500


def arctan_of_inverse(n):
    """arctan(1 / n) by its power series."""
    power, total, k = Decimal(1) / n, Decimal(0), 0
    while abs(power) > Decimal("1e-130"):
        total += (-1) ** k * power / (2 * k + 1)
        power /= n * n
        k += 1
    return total


PI = 16 * arctan_of_inverse(5) - 4 * arctan_of_inverse(239)


def cosine(x):
    term, total, k = Decimal(1), Decimal(0), 0
    while abs(term) > Decimal("1e-130"):
        total += term
        term *= -x * x / ((2 * k + 1) * (2 * k + 2))
        k += 1
    return total


def mills(z):
    if z >= SPLIT:
        fraction = z
        for k in range(TERMS, 0, -1):
            fraction = z + k / fraction
        return 1 / fraction
    term, total, k = z, Decimal(0), 0
    while term > Decimal("1e-130"):
        total += term
        k += 1
        term *= z * z / (2 * k + 1)
    return (PI / 2).sqrt() * (z * z / 2).exp() - total


def coefficients():
    cosines = [cosine(PI * i / (2 * NODES)) for i in range(4 * NODES)]
    nodes = [cosines[2 * i + 1] for i in range(NODES)]
    values = []
    for t in nodes:
        z = 4 * (1 + t) / (1 - t)
        values.append(mills(z) * (1 + z))
    found = []
    for k in range(NODES):
        total = sum(value * cosines[k * (2 * i + 1) % (4 * NODES)] for i, value in enumerate(values))
        found.append(total * (1 if k == 0 else 2) / NODES)
    return found


def committed():
    body = re.search(r"MILLS = \{(.*?)\}", SOURCE.read_text(), re.DOTALL).group(1)
    return [float(number) for number in body.replace("\n", " ").split(",")]


def main():
    found = coefficients()
    ours = committed()
    different = 0
    for k, number in enumerate(ours):
        same = float(found[k]) == number
        different += not same
        print(f"{k:3d}  {found[k]:+.25e}  {number!r:>26}  {'' if same else 'differs'}")
    left = sum(abs(c) for c in found[len(ours) :])
    print(f"left out: {left:.2e} in all, the last ones {abs(found[-1]):.0e}; {different} of {len(ours)} differ")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
