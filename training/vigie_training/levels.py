"""From which probability on a company's risk is modéré or élevé, set on held-out rows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

# Précision counts twice as much as recall for élevé, recall twice as much as precision for modéré (features.md).
BETA_ELEVE = 0.5
BETA_MODERE = 2.0
# Digits kept: a threshold is frozen with its model and read by people.
DIGITS = 6


@dataclass(frozen=True)
class Thresholds:
    """Bounds of the levels at one horizon, in probability: a level holds from its bound on."""

    modere: float
    eleve: float


def thresholds(probability: np.ndarray, y: np.ndarray) -> Thresholds:
    """Takes the bounds that maximise F2 (modéré) and F0.5 (élevé) over held-out rows of one horizon."""
    if y.sum() == 0:
        raise ValueError("no failure among the held-out rows: no threshold can be set")
    modere = best_bound(probability, y, BETA_MODERE)
    return Thresholds(modere, max(modere, best_bound(probability, y, BETA_ELEVE)))


def best_bound(probability: np.ndarray, y: np.ndarray, beta: float) -> float:
    """The bound with the greatest F-beta; the highest among equals."""
    order = np.argsort(-probability, kind="stable")
    ranked, hits = probability[order], np.cumsum(y[order])
    raised = np.arange(1, len(ranked) + 1)
    score = (1 + beta**2) * hits / (beta**2 * y.sum() + raised)
    # A bound cannot fall between equal probabilities.
    last_of_equals = np.append(ranked[:-1] != ranked[1:], True)
    best = int(np.argmax(np.where(last_of_equals, score, -1.0)))
    scale = 10**DIGITS
    # Rounded down, so that the row that sets the bound is above it.
    return float(np.floor(ranked[best] * scale) / scale)
