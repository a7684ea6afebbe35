"""The whole run: from exported tables and truths to a bundle."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from vigie_training.bundle import Provenance, write_bundle
from vigie_training.catalogue import Catalogue
from vigie_training.design import fit_design
from vigie_training.labels import HORIZONS, label, read_truth
from vigie_training.levels import Thresholds, thresholds
from vigie_training.linear import LinearModel, fit
from vigie_training.metrics import judge
from vigie_training.split import Split, split
from vigie_training.table import Table, read_table

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Request:
    """What to fit, from what, and how to name it. Table i is joined with truth i.

    As-of days before `first_day` are left out: the history that begins in them is shorter than that of any company to
    be scored, and would teach what « unknown » never means later.
    """

    tables: tuple[Path, ...]
    truths: tuple[Path, ...]
    covered_until: tuple[date, ...]
    first_day: date | None
    catalogue: Catalogue
    version: str
    built_on: date | None
    seeds: tuple[int, ...]
    out: Path

    def __post_init__(self) -> None:
        if len(self.tables) != len(self.truths) or not self.tables:
            raise ValueError(f"{len(self.tables)} tables for {len(self.truths)} truths: one of each per country")
        if self.covered_until and len(self.covered_until) != len(self.truths):
            raise ValueError(f"{len(self.covered_until)} days of coverage for {len(self.truths)} truths")


def run(request: Request) -> Path:
    """Fits, and writes and gives the directory `out/version`; the same request and files give the same bytes."""
    # One thread: sums whose order depends on the number of cores would change the last digits.
    with threadpool_limits(limits=1):
        return _run(request)


def _run(request: Request) -> Path:
    table, y = _labelled(request)
    held = split(table, np.ones(len(table), dtype=bool))
    log.info("learning from %d rows, judging on %d (split by %s)", held.train.sum(), held.test.sum(), held.kind)
    model = _fitted(request.catalogue, table.where(held.train), y[held.train])
    test, truth = table.where(held.test), y[held.test]
    probabilities = model.predict(test.features).probabilities
    bounds = [thresholds(probabilities[:, at], truth[:, at]) for at in range(len(HORIZONS))]
    metrics = _metrics(probabilities, truth, bounds)
    directory = request.out / request.version
    provenance = Provenance(
        request.version,
        request.built_on or table.as_of.max().astype(date),
        request.seeds,
        _measured(table, held, model),
    )
    write_bundle(directory, request.catalogue, model, bounds, metrics, provenance, test.features)
    log.info("AUC at 18 months %s, average precision %s", metrics["18"]["auc"], metrics["18"]["averagePrecision"])
    return directory


def _labelled(request: Request) -> tuple[Table, np.ndarray]:
    """Rows of all countries that may be learnt from or judged on, with their outcomes [n, 3]."""
    tables, outcomes = [], []
    for at, (table_path, truth_path) in enumerate(zip(request.tables, request.truths, strict=True)):
        table = read_table(table_path, request.catalogue)
        truth = read_truth(truth_path, request.covered_until[at] if request.covered_until else None)
        labels = label(table, truth)
        usable = labels.eligible & labels.followed.all(axis=1)
        if request.first_day:
            usable &= table.as_of >= np.datetime64(request.first_day, "D")
        log.info("%s: %d rows in the perimeter, %d usable", table_path.name, len(table), usable.sum())
        tables.append(table.where(usable))
        outcomes.append(labels.y[usable])
    return Table.concatenate(tables), np.concatenate(outcomes)


def _fitted(catalogue: Catalogue, table: Table, y: np.ndarray) -> LinearModel:
    if len(table) == 0:
        raise ValueError("no row to learn from")
    model, _ = fit(catalogue, fit_design(catalogue, table.features), table.features, y, table.siren)
    return model


def _metrics(probabilities: np.ndarray, y: np.ndarray, bounds: list[Thresholds]) -> dict[str, Any]:
    return {
        str(horizon): judge(probabilities[:, at], y[:, at], bounds[at]) for at, horizon in enumerate(HORIZONS)
    }


def _measured(table: Table, held: Split, model: LinearModel) -> dict[str, Any]:
    return {
        "split": held.kind,
        "testFrom": held.test_from.isoformat() if held.test_from else None,
        "firstDay": str(table.as_of.min()),
        "lastDay": str(table.as_of.max()),
        "trainRows": int(held.train.sum()),
        "trainCompanies": len(np.unique(table.siren[held.train])),
        "testRows": int(held.test.sum()),
        "testCompanies": len(np.unique(table.siren[held.test])),
        "ridgeInverse": model.ridge_inverse,
    }
