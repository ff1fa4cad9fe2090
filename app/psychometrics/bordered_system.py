"""Linear equations in which one facet is large and diagonal: solved by eliminating it (Schur complement).

The equations are ``[diag(d) B; B' C] (u, v) = (f, g)`` with n large unknowns ``u`` (applications) and q small
ones ``v`` (reviewers, dimensions, thresholds): S = C − B' diag(1/d) B has only q rows, so that thousands of
applications cost n·q², not n³. S is singular along ``directions``, the ways in which a constant may be moved
from one facet to another; the answer is the one in which ``v`` is orthogonal to each of them (sums to zero).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class BorderedSystem:
    """``diagonal`` (n), ``border`` (n × q), ``corner`` (q × q) and the orthonormal ``directions`` (q × k)."""

    diagonal: Floats
    border: Floats
    corner: Floats
    directions: Floats

    def complement(self) -> Floats:
        """S, q × q; symmetric, positive semidefinite where the equations are normal equations."""
        complement: Floats = self.corner - self.border.T @ (self.border / self.diagonal[:, None])
        return complement

    def inverse_complement(self) -> Floats:
        """The inverse of S on what is orthogonal to ``directions``: the covariance of ``v`` at unit variance."""
        move = self.directions @ self.directions.T
        scale = max(float(np.trace(self.corner)) / max(1, self.corner.shape[0]), 1.0)
        inverse: Floats = np.linalg.inv(self.complement() + scale * move) - move / scale
        return inverse

    def solve(self, large: Floats, small: Floats) -> tuple[Floats, Floats]:
        """(u, v) for the right-hand sides f and g. Raises ``numpy.linalg.LinAlgError`` when S is singular elsewhere."""
        reduced = small - self.border.T @ (large / self.diagonal)
        solution = self.inverse_complement() @ reduced
        return (large - self.border @ solution) / self.diagonal, solution

    def variances(self) -> tuple[Floats, Floats]:
        """The diagonal of the inverse for u and for v, at unit variance."""
        inverse = self.inverse_complement()
        share = self.border / self.diagonal[:, None]
        large: Floats = 1 / self.diagonal + np.einsum("ij,jk,ik->i", share, inverse, share, optimize=True)
        return large, np.diag(inverse).copy()


def sum_directions(blocks: Sequence[Places], size: int) -> Floats:
    """One unit vector a block, constant over the block's places among ``size`` unknowns: each block sums to zero."""
    directions = np.zeros((size, len(blocks)))
    for column, places in enumerate(blocks):
        directions[places, column] = 1 / np.sqrt(len(places))
    return directions


def counts_by_pair(rows: Places, columns: Places, weights: Floats, *, shape: tuple[int, int]) -> Floats:
    """The sum of ``weights`` over every (row, column); zero where the pair does not occur."""
    flat = np.bincount(rows * shape[1] + columns, weights=weights, minlength=shape[0] * shape[1])
    return flat.reshape(shape).astype(float)
