"""The model card: what the bundle is for, what it was made from, and how good it was when held to account."""

from __future__ import annotations

from typing import Any

import numpy as np

from vigie_training.catalogue import Catalogue
from vigie_training.labels import HORIZONS
from vigie_training.linear import MIDDLE, LinearModel

STRONGEST = 15


def card(manifest: dict[str, Any], catalogue: Catalogue, model: LinearModel, measured: dict[str, Any]) -> str:
    """Markdown, every number of it computed in the run that made the bundle."""
    sections = [
        f"# Model {manifest['version']}",
        _purpose(manifest),
        "## Data\n\n" + _data(manifest, measured),
        "## How good it is\n\n" + _quality(manifest),
        "## What weighs most at 18 months\n\n" + _weights(catalogue, model),
        "## Limits\n\n" + _limits(),
    ]
    return "\n\n".join(sections) + "\n"


def _purpose(manifest: dict[str, Any]) -> str:
    return (
        "Probability that a company in bonis, of ten employees or more, sees a procédure collective opened within 12, "
        "18 and 24 months. A lead for a human, never a decision.\n\n"
        f"Built on {manifest['date']} for feature catalogue `{manifest['catalogue']}`: one ridge logistic regression "
        "per horizon over signed logarithms of clipped features, an indicator beside each for « unknown », and a column "
        "per frequent code. Each theme adds its own columns, so the themes' contributions and the intercept sum to the "
        "log-odds; a running maximum over the horizons keeps p12 ≤ p18 ≤ p24."
    )


def _data(manifest: dict[str, Any], measured: dict[str, Any]) -> str:
    held_out = {
        "company+time": f"other companies (one in four), from {measured['testFrom']} on; learnt until 24 months before",
        "company": "other companies (one in four) on the same days: the days span too little to hold some out",
    }[measured["split"]]
    lines = [
        f"- simulated countries, seeds {', '.join(str(seed) for seed in manifest['seeds']) or 'none'}",
        f"- as-of days {measured['firstDay']} to {measured['lastDay']}",
        f"- learnt from: {measured['trainRows']} rows of {measured['trainCompanies']} companies",
        f"- held out: {measured['testRows']} rows of {measured['testCompanies']} companies — {held_out}",
        f"- inverse strength of the ridge, chosen on companies not fitted on: {model_number(measured['ridgeInverse'])}",
        "- only rows in the perimeter whose whole window of 24 months is covered; companies in procedure left out",
    ]
    return "\n".join(lines)


def _quality(manifest: dict[str, Any]) -> str:
    head = "| | " + " | ".join(f"{horizon} months" for horizon in HORIZONS) + " |\n|---|" + "---|" * len(HORIZONS)
    metrics = [manifest["metrics"][str(horizon)] for horizon in HORIZONS]
    rows = [
        ("failures among rows", lambda m, _: f"{m['failures']} / {m['rows']}"),
        ("prevalence", lambda m, _: m["prevalence"]),
        ("AUC", lambda m, _: m["auc"]),
        ("average precision", lambda m, _: m["averagePrecision"]),
        ("Brier score (skill)", lambda m, _: f"{m['brier']} ({m['brierSkill']})"),
        ("expected calibration error", lambda m, _: m["expectedCalibrationError"]),
        ("modéré from", lambda _, bound: bound["modere"]),
        ("modéré: precision / recall", lambda m, _: _level(m["modere"])),
        ("élevé from", lambda _, bound: bound["eleve"]),
        ("élevé: precision / recall", lambda m, _: _level(m["eleve"])),
    ]
    pairs = list(zip(metrics, manifest["thresholds"], strict=True))
    body = [f"| {name} | " + " | ".join(str(cell(m, bound)) for m, bound in pairs) + " |" for name, cell in rows]
    note = "A row is a company on a day. Thresholds: greatest F0.5 (élevé) and F2 (modéré) on the same held-out rows."
    return "\n".join([head, *body]) + "\n\n" + note


def _level(level: dict[str, Any]) -> str:
    return f"{level['precision']} / {level['recall']}"


def _weights(catalogue: Catalogue, model: LinearModel) -> str:
    names = column_names(catalogue, model)
    weights = model.weights[:, MIDDLE, :].sum(axis=1)
    order = np.argsort(-np.abs(weights), kind="stable")[:STRONGEST]
    rows = [f"| {names[at]} | {weights[at]:+.3f} |" for at in order]
    head = "| column | log-odds per standard deviation, or when it holds |\n|---|---|"
    return "\n".join([head, *rows])


def column_names(catalogue: Catalogue, model: LinearModel) -> list[str]:
    """What each column of the design says, in words."""
    design = model.design
    codes = zip(design.code_at, design.code, strict=True)
    return [
        *(catalogue.names[at] for at in design.quantities),
        *(f"{name} unknown" for name in catalogue.names),
        *(f"{catalogue.names[at]} = {model_number(code)}" for at, code in codes),
    ]


def model_number(value: float) -> str:
    return f"{value:g}"


def _limits() -> str:
    return "\n".join([
        "- Simulated companies: the figures say that the chain works, not how well it does on real ones.",
        "- Linear in each feature: trees come later behind the same manifest.",
        "- A theme's contribution is no cause: themes are correlated.",
    ])
