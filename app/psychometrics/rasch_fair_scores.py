"""Fair scores: what a reviewer of average severity would be expected to give, back on the scale of the scores.

The expected share of each band at λ = 0 (Linacre's fair average) times the mean score of all ratings that fell
into that band in the dimension; where none did, the middle of the band. Never outside 0 to 100, and the higher
the measure the higher the fair score.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from app.domain.dimensions import PERCENT_MAXIMUM, DimensionId
from app.domain.evidence import ApplicationId
from app.psychometrics.bordered_system import Floats
from app.psychometrics.rasch_estimation import Estimate, category_chances
from app.psychometrics.rasch_responses import Facet, Responses
from app.psychometrics.rubric_bands import Floors


@dataclass(frozen=True)
class FairScore:
    """In percent, with the error that comes from the application's measure alone.

    The errors of one application's dimensions are one and the same: for a weighted sum they add, weighted.
    """

    value: float
    standard_error: float


def fair_scores(
    responses: Responses, estimated: Estimate, floors: Mapping[DimensionId, Floors], *, factor: float
) -> dict[ApplicationId, dict[DimensionId, FairScore]]:
    """Of every application in every dimension, by uncorrected estimates; also where the dimension was not scored.

    ``factor`` is the correction for bias. A corrected error is √factor of the estimated one on a scale that is
    ``factor`` times as wide; on the uncorrected scale used here it is therefore 1/√factor of it.
    """
    errors = np.sqrt(estimated.variances.application / factor)
    columns = {
        DimensionId(name): _scores(
            estimated, place, _band_scores(responses, place, floors[DimensionId(name)]), errors=errors
        )
        for place, name in enumerate(responses.names[Facet.DIMENSION])
    }
    return {
        ApplicationId(name): {dimension_id: scores[place] for dimension_id, scores in columns.items()}
        for place, name in enumerate(responses.names[Facet.APPLICATION])
    }


def _scores(estimated: Estimate, place: int, band_scores: Floats, *, errors: Floats) -> list[FairScore]:
    parameters = estimated.parameters
    location = parameters.application - parameters.dimension[place]
    chances = category_chances(location, parameters.threshold)
    categories = np.arange(chances.shape[0])
    value = band_scores @ chances
    # d E[score] / dθ = cov(score, category), as for every exponential family.
    slope = (band_scores * categories) @ chances - value * (categories @ chances)
    return list(map(FairScore, value.tolist(), (slope * errors).tolist()))


def _band_scores(responses: Responses, place: int, floors: Floors) -> Floats:
    is_here = responses.place(Facet.DIMENSION) == place
    category, score = responses.category[is_here], responses.score[is_here]
    counts = np.bincount(category, minlength=len(responses.bands))
    sums = np.bincount(category, weights=score, minlength=len(responses.bands))
    edges = [0.0, *(float(floor) for floor in floors), float(PERCENT_MAXIMUM)]
    middles = np.asarray([(low + high) / 2 for low, high in pairwise(edges)])[list(responses.bands)]
    scores: Floats = np.where(counts > 0, sums / np.maximum(counts, 1), middles)
    return scores
