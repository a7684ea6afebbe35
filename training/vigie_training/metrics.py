"""How good the probabilities and the levels are on held-out rows."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.metrics import average_precision_score, brier_score_loss, roc_auc_score

from vigie_training.levels import Thresholds

CALIBRATION_BINS = 10
# Digits published: more would be noise of the sample.
DIGITS = 4


def judge(probability: np.ndarray, y: np.ndarray, bounds: Thresholds) -> dict[str, Any]:
    """Measures of one horizon; every share is between 0 and 1, null when it has no denominator."""
    prevalence = float(y.mean())
    brier = float(brier_score_loss(y, probability))
    return {
        "rows": len(y),
        "failures": int(y.sum()),
        "prevalence": _rounded(prevalence),
        "auc": _rounded(float(roc_auc_score(y, probability))),
        "averagePrecision": _rounded(float(average_precision_score(y, probability))),
        "brier": round(brier, 6),
        "brierSkill": _rounded(1 - brier / (prevalence * (1 - prevalence))),
        "expectedCalibrationError": round(calibration_error(probability, y), 6),
        "modere": _level(probability >= bounds.modere, y),
        "eleve": _level(probability >= bounds.eleve, y),
    }


def calibration_error(probability: np.ndarray, y: np.ndarray) -> float:
    """Mean distance between what is predicted and what happens, over bins of equal counts."""
    order = np.argsort(probability, kind="stable")
    bins = [part for part in np.array_split(order, CALIBRATION_BINS) if len(part)]
    return float(sum(len(part) * abs(probability[part].mean() - y[part].mean()) for part in bins) / len(y))


def _level(raised: np.ndarray, y: np.ndarray) -> dict[str, Any]:
    hits = float(y[raised].sum())
    return {
        "rows": int(raised.sum()),
        "precision": _rounded(hits / raised.sum()) if raised.any() else None,
        "recall": _rounded(hits / y.sum()),
    }


def _rounded(value: float) -> float:
    return round(value, DIGITS)
