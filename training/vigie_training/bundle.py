"""The bundle: a directory that scoring-service takes whole or refuses with its reasons."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from vigie_training.card import card
from vigie_training.catalogue import Catalogue
from vigie_training.golden import check_agreement, golden_csv, golden_features
from vigie_training.graph import INPUT, OPSET, OUTPUTS, write_graph
from vigie_training.labels import HORIZONS
from vigie_training.levels import Thresholds
from vigie_training.linear import LinearModel


@dataclass(frozen=True)
class Provenance:
    """Where a model comes from. `measured` is what the model card tells besides the metrics."""

    version: str
    built_on: date
    seeds: tuple[int, ...]
    measured: dict[str, Any]


def write_bundle(
    directory: Path,
    catalogue: Catalogue,
    model: LinearModel,
    bounds: list[Thresholds],
    metrics: dict[str, Any],
    provenance: Provenance,
    features: np.ndarray,
) -> None:
    """Writes model.onnx, manifest.json, golden.csv and MODEL_CARD.md; `features` [n, width] give the golden rows."""
    graph = write_graph(model, catalogue, provenance.version)
    rows = golden_features(features)
    answers = check_agreement(model, graph, rows)
    manifest = _manifest(catalogue, model, bounds, metrics, provenance, graph)
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "model.onnx").write_bytes(graph)
    (directory / "golden.csv").write_text(golden_csv(catalogue, rows, answers), encoding="utf-8")
    (directory / "manifest.json").write_text(
        json.dumps(manifest, indent=2, ensure_ascii=False, allow_nan=False) + "\n", encoding="utf-8"
    )
    (directory / "MODEL_CARD.md").write_text(card(manifest, catalogue, model, provenance.measured), encoding="utf-8")


def _manifest(
    catalogue: Catalogue,
    model: LinearModel,
    bounds: list[Thresholds],
    metrics: dict[str, Any],
    provenance: Provenance,
    graph: bytes,
) -> dict[str, Any]:
    return {
        "version": provenance.version,
        "date": provenance.built_on.isoformat(),
        "catalogue": catalogue.version,
        "features": [
            {"name": name, "group": group} for name, group in zip(catalogue.names, catalogue.groups, strict=True)
        ],
        "themes": list(catalogue.themes),
        "horizons": list(HORIZONS),
        "thresholds": [
            {"horizon": horizon, "modere": bound.modere, "eleve": bound.eleve}
            for horizon, bound in zip(HORIZONS, bounds, strict=True)
        ],
        "calibration": {"method": "none", "reason": "a logistic regression is calibrated by its own fit"},
        "intercepts": [float(value) for value in model.intercepts],
        "onnx": {
            "sha256": hashlib.sha256(graph).hexdigest(),
            "opset": OPSET,
            "input": {"name": INPUT, "type": "float32"},
            "outputs": [{"name": name, "type": "float64"} for name in OUTPUTS],
        },
        "seeds": list(provenance.seeds),
        "metrics": metrics,
    }
