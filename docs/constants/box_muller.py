"""Derives the polynomials of BoxMuller (trainer-core, package random) and certifies those that are there.

    python3 box_muller.py

Needs nothing but Python: decimals of 50 digits. Three functions are approximated by polynomials whose first coefficient is
given, so that the relative error is least (Remez' second algorithm, with the weight that makes an error relative):

    sine       sin(phi) / phi          in s = phi^2 up to (pi/4)^2,    1 + c1 s + c2 s^2 + c3 s^3
    cosine     cos(phi)                in s = phi^2 up to (pi/4)^2,    1 + c1 s + c2 s^2 + c3 s^3
    logarithm  -2 ln(1 + f) / f        in f from -1/3 to 1/3,          -2 + c1 f + ... + c8 f^8

The coefficients of the program are floats near these, which do not determine them: there are many sets of floats of about the
same error, and of the search that found the program's nothing is kept. So the script does not reproduce their last digits.
It prints the coefficients of least error, rounded to floats, beside those that it reads from the program, and certifies the
latter by their largest relative error, in exact arithmetic on 20,001 points:

    sine       6.55e-9, with the nearest floats 8.32e-9, with real numbers 3.79e-9
    cosine     3.90e-8, with the nearest floats 4.46e-8, with real numbers 3.84e-8
    logarithm  2.89e-8, with the nearest floats 3.23e-8, with real numbers 2.61e-8

It fails if one is above what the class states.
"""

import re
import struct
import sys
from decimal import Decimal, getcontext
from pathlib import Path

getcontext().prec = 50

SOURCE = Path(__file__).parents[2] / "trainer-core/src/main/java/dev/polylog/trainer/random/BoxMuller.java"
POINTS = 400
CERTIFIED_POINTS = 20_000


def arctan_of_inverse(n):
    """arctan(1 / n) by its power series."""
    power, total, k = Decimal(1) / n, Decimal(0), 0
    while abs(power) > Decimal("1e-60"):
        total += (-1) ** k * power / (2 * k + 1)
        power /= n * n
        k += 1
    return total


PI = 16 * arctan_of_inverse(5) - 4 * arctan_of_inverse(239)


def series(s, first):
    """sum over k of (-s)^k / (2k + first)!, the sine over the angle for first = 1 and the cosine for first = 0."""
    term, total, k = Decimal(1), Decimal(0), 0
    while abs(term) > Decimal("1e-60"):
        total += term
        term *= -s / ((2 * k + first + 1) * (2 * k + first + 2))
        k += 1
    return total


def logarithm(f):
    """-2 ln(1 + f) / f, whose quotient would be without a digit close to zero."""
    return f - 2 if abs(f) < Decimal("1e-20") else -2 * (1 + f).ln() / f


def solve(matrix, right):
    """The solution of a linear system, by elimination with pivots."""
    n = len(right)
    rows = [row[:] + [value] for row, value in zip(matrix, right)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(i + 1, n):
            factor = rows[k][i] / rows[i][i]
            rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
    solution = [Decimal(0)] * n
    for i in reversed(range(n)):
        known = sum(rows[i][k] * solution[k] for k in range(i + 1, n))
        solution[i] = (rows[i][n] - known) / rows[i][i]
    return solution


class Problem:
    """Approximation of g on an interval by c0 + c1 x + ... of some degree, with c0 given."""

    def __init__(self, g, low, high, constant, degree):
        self.g, self.low, self.high, self.constant, self.degree = g, low, high, Decimal(constant), degree
        # Dense at the ends, as points of extreme errors are; zero, where there is no error, is left out.
        points = (low + (high - low) * (1 - series((PI * i / POINTS) ** 2, 0)) / 2 for i in range(POINTS + 1))
        self.points = [x for x in points if abs(x) > Decimal("1e-20")]
        self.values = [g(x) for x in self.points]

    def error(self, coefficients, x, value):
        total = Decimal(0)
        for c in reversed(coefficients):
            total = total * x + c
        return (self.constant + total * x) / value - 1

    def largest_error(self, coefficients, count=CERTIFIED_POINTS):
        step = (self.high - self.low) / count
        points = (self.low + step * i for i in range(count + 1))
        return max(abs(self.error(coefficients, x, self.g(x))) for x in points)

    def best(self):
        """The coefficients of least relative error, and that error."""
        n = self.degree
        # The error divided by x alternates, so the error itself changes sign once more where x does.
        sides = [1 if x > 0 else -1 for x in self.points]
        chosen = [round((i + Decimal("0.5")) * (len(self.points) - 1) / (n + 1)) for i in range(n + 1)]
        while True:
            rows, right = [], []
            for i, at in enumerate(chosen):
                x, y = self.points[at], self.values[at]
                rows.append([x ** (k + 1) / y for k in range(n)] + [Decimal((-1) ** i * sides[at])])
                right.append(1 - self.constant / y)
            *coefficients, level = solve(rows, right)
            errors = [self.error(coefficients, x, y) for x, y in zip(self.points, self.values)]
            largest = max(map(abs, errors))
            if largest <= abs(level) * (1 + Decimal("1e-9")):
                return coefficients, largest
            chosen = extremes([side * error for side, error in zip(sides, errors)], n + 1)


def extremes(errors, count):
    """Positions of extreme errors of alternating sign, the largest ones that stand side by side."""
    runs = [[0]]
    for i in range(1, len(errors)):
        if (errors[i] > 0) == (errors[i - 1] > 0):
            runs[-1].append(i)
        else:
            runs.append([i])
    tops = [max(run, key=lambda i: abs(errors[i])) for run in runs]
    while len(tops) > count:
        del tops[0 if abs(errors[tops[0]]) < abs(errors[tops[-1]]) else -1]
    if len(tops) < count:
        raise ArithmeticError(f"{len(tops)} alternations where {count} are needed")
    return tops


def nearest_float(x):
    return struct.unpack("f", struct.pack("f", float(x)))[0]


def hexadecimal(x):
    """As Java writes a float."""
    text = float(x).hex()
    mantissa, exponent = text.split("p")
    return f"{mantissa.rstrip('0').rstrip('.')}p{int(exponent)}f"


def committed(method):
    """Coefficients of a method of BoxMuller, the first one after the constant first."""
    body = re.search(rf"float {method}\(.*?\n    }}", SOURCE.read_text(), re.DOTALL).group()
    body = body[body.index("{"):].split("return Math.fma(e, ")[0]
    found = re.findall(r"-?(?:0x[0-9a-f.]+p-?\d+|\d+)f", body)
    numbers = [Decimal(float.fromhex(text[:-1]) if "x" in text else float(text[:-1])) for text in found]
    # Horner's scheme begins with the last two, the last one first.
    return list(reversed(numbers[:1] + numbers[1:]))[1:]


def claimed(name):
    return Decimal(re.search(rf"{name} = ([0-9.e-]+);", SOURCE.read_text()).group(1))


def main():
    square = (PI / 4) ** 2
    third = Decimal(1) / 3
    problems = {
        "sineOverAngle": (Problem(lambda s: series(s, 1), Decimal(0), square, 1, 3), "SINE_ERROR"),
        "cosine": (Problem(lambda s: series(s, 0), Decimal(0), square, 1, 3), "COSINE_ERROR"),
        "minusTwoLog": (Problem(logarithm, -third, third, -2, 8), "LOGARITHM_ERROR"),
    }
    failed = False
    for method, (problem, constant) in problems.items():
        ideal, least = problem.best()
        ours = committed(method)
        nearest = [Decimal(nearest_float(c)) for c in ideal]
        print(f"{method}, of degree {problem.degree}")
        print(f"  {'least error':38s}{'nearest floats':20s}{'in the program':20s}")
        for a, b, c in zip(ideal, nearest, ours):
            print(f"  {a:<38.30f}{hexadecimal(b):20s}{hexadecimal(c):20s}")
        largest = problem.largest_error(ours)
        print(
            f"  largest relative error: {least:.3e}, with the nearest floats {problem.largest_error(nearest):.3e}, "
            f"with the program's {largest:.3e}, stated {claimed(constant):.0e}"
        )
        failed |= largest > claimed(constant)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
