"""One ridge logistic regression per horizon, read theme by theme."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from vigie_training.catalogue import Catalogue
from vigie_training.design import Design
from vigie_training.labels import HORIZONS
from vigie_training.split import bucket

# Inverse strengths of the ridge that are tried, strongest first.
RIDGE_INVERSES = (0.00001, 0.0001, 0.001, 0.01, 0.1)
# One company in four of those learnt from judges the strength of the ridge.
VALIDATION_IN = 4
MIDDLE = HORIZONS.index(18)


@dataclass(frozen=True)
class Prediction:
    """`probabilities` [n, 3], `contributions` [n, 3, themes], `intercept` [n, 3]: float64, after the maximum."""

    probabilities: np.ndarray
    contributions: np.ndarray
    intercept: np.ndarray


@dataclass(frozen=True)
class LinearModel:
    """Weights of each theme's columns per horizon, centred so that a theme contributes 0 on average in training.

    `weights` [columns, 3, themes], zero outside a theme's own columns; `centre` [3, themes]; `intercepts` [3].
    """

    design: Design
    weights: np.ndarray
    centre: np.ndarray
    intercepts: np.ndarray
    ridge_inverse: float

    def predict(self, features: np.ndarray) -> Prediction:
        """Predicts from float32 features [n, width]: the definition that the ONNX graph is compared with."""
        columns = self.design.columns(features)
        contributions = np.einsum("nc,cht->nht", columns, self.weights) - self.centre
        intercept = np.tile(self.intercepts, (len(features), 1))
        log_odds = contributions.sum(axis=2) + intercept
        for at in range(1, len(HORIZONS)):
            behind = ~(log_odds[:, at] > log_odds[:, at - 1])
            for carried in (log_odds, contributions, intercept):
                carried[behind, at] = carried[behind, at - 1]
        return Prediction(1.0 / (1.0 + np.exp(-log_odds)), contributions, intercept)


def fit(
    catalogue: Catalogue, design: Design, features: np.ndarray, y: np.ndarray, siren: np.ndarray
) -> tuple[LinearModel, list[LogisticRegression]]:
    """Fits on training rows: features [n, width], y [n, 3] of 0 and 1. The regressions come along for tests."""
    columns = design.columns(features)
    ridge_inverse = _choose_ridge(columns, y[:, MIDDLE], siren)
    regressions = [_regression(columns, y[:, at], ridge_inverse) for at in range(len(HORIZONS))]
    belongs = design.groups(catalogue)[:, None] == np.arange(len(catalogue.themes))
    coefficients = np.stack([regression.coef_[0] for regression in regressions], axis=1)
    weights = coefficients[:, :, None] * belongs[:, None, :]
    centre = np.einsum("c,cht->ht", columns.mean(axis=0), weights)
    intercepts = np.array([regression.intercept_[0] for regression in regressions]) + centre.sum(axis=1)
    return LinearModel(design, weights, centre, intercepts, ridge_inverse), regressions


def _regression(columns: np.ndarray, y: np.ndarray, ridge_inverse: float) -> LogisticRegression:
    if y.min() == y.max():
        raise ValueError("all training rows have the same outcome: nothing to learn")
    # Newton's method: few columns, many rows, and an optimum to the last digits, hence the same bytes every time.
    return LogisticRegression(C=ridge_inverse, solver="newton-cholesky", max_iter=200, tol=1e-8).fit(columns, y)


def _choose_ridge(columns: np.ndarray, y: np.ndarray, siren: np.ndarray) -> float:
    """The strength with the least log-loss at 18 months on companies not fitted on; the strongest among equals."""
    judging = np.array([bucket(company, "ridge", VALIDATION_IN) == 0 for company in siren], dtype=bool)
    if len(np.unique(y[judging])) < 2 or len(np.unique(y[~judging])) < 2:
        return RIDGE_INVERSES[0]
    losses = []
    for ridge_inverse in RIDGE_INVERSES:
        probability = _regression(columns[~judging], y[~judging], ridge_inverse).predict_proba(columns[judging])[:, 1]
        likelihood = np.where(y[judging] == 1, probability, 1 - probability)
        losses.append(-float(np.log(np.maximum(likelihood, 1e-15)).mean()))
    return RIDGE_INVERSES[int(np.argmin(losses))]
