"""Golden scores: rows with what the model answers, on which Python and Java must agree to 1e-6."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import numpy as np
import onnxruntime

from vigie_training.catalogue import Catalogue
from vigie_training.graph import INPUT, OUTPUTS
from vigie_training.labels import HORIZONS
from vigie_training.linear import LinearModel, Prediction, MIDDLE

ROWS = 1000
TOLERANCE = 1e-6
# Committed with every bundle: it has to stay small.
BYTES_MAX = 500_000
# Enough to be far from the tolerance, few enough to stay under the limit.
SIGNIFICANT_OF_FEATURE = 4
DECIMALS_OF_ANSWER = 9


def golden_features(features: np.ndarray) -> np.ndarray:
    """Picks rows [≤ ROWS, width] evenly, shortens their values, and makes some unknown and some extreme.

    One row in ten has every second value unknown, one in fifty is wholly unknown, one in fifty far beyond all bounds.
    """
    picked = features[np.linspace(0, len(features) - 1, min(ROWS, len(features))).astype(int)]
    short = np.array([[float(f"{value:.{SIGNIFICANT_OF_FEATURE}g}") for value in row] for row in picked])
    short = short.astype(np.float32)
    short[3::10, ::2] = np.nan
    short[7::50] = np.nan
    short[9::50] *= np.float32(1e6)
    # Shortened again: a product has digits of its own, and the file must say exactly what was scored.
    return np.array([[float(_short(value)) for value in row] for row in short], dtype=np.float32)


def golden_csv(catalogue: Catalogue, features: np.ndarray, prediction: Prediction) -> str:
    """Columns: features (empty: unknown), p12, p18, p24, intercept and one contribution per theme at 18 months."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    probabilities = [f"p{horizon}" for horizon in HORIZONS]
    rows.writerow([*catalogue.names, *probabilities, "intercept", *(f"theme:{theme}" for theme in catalogue.themes)])
    for at, row in enumerate(features):
        values = ["" if np.isnan(value) else _short(value) for value in row]
        answers = [
            *prediction.probabilities[at],
            prediction.intercept[at, MIDDLE],
            *prediction.contributions[at, MIDDLE],
        ]
        rows.writerow(values + [f"{answer:.{DECIMALS_OF_ANSWER}f}" for answer in answers])
    if len(text.getvalue()) > BYTES_MAX:
        raise ValueError(f"golden.csv would take {len(text.getvalue())} bytes, more than {BYTES_MAX}")
    return text.getvalue()


def _short(value: float) -> str:
    return f"{float(value):.{SIGNIFICANT_OF_FEATURE}g}"


def run(model: bytes, features: np.ndarray) -> Prediction:
    """What ONNX Runtime answers."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    return Prediction(*session.run(list(OUTPUTS), {INPUT: features}))


def check_agreement(model: LinearModel, graph: bytes, features: np.ndarray) -> Prediction:
    """Gives the model's own answers, after ONNX Runtime has given the same; raises ValueError when it does not."""
    ours, theirs = model.predict(features), run(graph, features)
    for name in OUTPUTS:
        distance = float(np.abs(getattr(ours, name) - getattr(theirs, name)).max())
        # NaN is no agreement either.
        if not distance <= TOLERANCE:
            raise ValueError(f"ONNX Runtime differs from the model by {distance} on {name}")
    return ours


def read_golden(path: Path, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Reads back features [n, width] float32 and answers [n, 3 + 1 + themes]."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))[1:]
    features = np.array([[cell or "nan" for cell in row[:width]] for row in rows], dtype=np.float32)
    return features, np.array([row[width:] for row in rows], dtype=np.float64)
