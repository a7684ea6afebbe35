"""The training table: one row per company and as-of day, as feature-service exports it."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

import numpy as np

from vigie_training.catalogue import Catalogue

# As in scoring-service: a company below this headcount in every one of its last 36 known months has no score.
HEADCOUNT_MIN = 10
# Catégorie juridique of a natural person: never scored, never trained on.
ENTREPRENEUR_INDIVIDUEL = "1000"


@dataclass(frozen=True)
class Table:
    """Rows that are in the perimeter of the score, in the order in which they were read.

    `siren` [n] text, `as_of` [n] datetime64[D], `features` [n, catalogue] float32 with NaN for unknown.
    """

    siren: np.ndarray
    as_of: np.ndarray
    features: np.ndarray

    def __len__(self) -> int:
        return len(self.siren)

    def where(self, mask: np.ndarray) -> Table:
        return Table(self.siren[mask], self.as_of[mask], self.features[mask])

    @staticmethod
    def concatenate(tables: list[Table]) -> Table:
        return Table(
            np.concatenate([table.siren for table in tables]),
            np.concatenate([table.as_of for table in tables]),
            np.concatenate([table.features for table in tables]),
        )


def read_table(path: Path, catalogue: Catalogue) -> Table:
    """Reads an export, plain or `.gz`, and keeps the rows that scoring-service would score.

    Columns: `siren`, `as_of`, every feature of the catalogue, `in_bonis_known`, `headcount_max36`, `legal_category`,
    `ceased`; an empty cell is unknown. Raises ValueError when a column is missing or a value is not what it should be.
    """
    with open_text(path) as lines:
        rows = csv.reader(lines)
        header = next(rows, [])
        columns = _columns(path, header, catalogue)
        return _read_rows(path, rows, columns, catalogue)


def open_text(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8", newline="")
    return path.open("rt", encoding="utf-8", newline="")


def _columns(path: Path, header: list[str], catalogue: Catalogue) -> dict[str, int]:
    columns = {name: index for index, name in enumerate(header)}
    wanted = ("siren", "as_of", *catalogue.names, "in_bonis_known", "headcount_max36", "legal_category", "ceased")
    missing = [name for name in wanted if name not in columns]
    if missing:
        raise ValueError(f"{path}: missing columns {', '.join(missing)}")
    return columns


def _read_rows(path: Path, rows: Iterator[list[str]], columns: dict[str, int], catalogue: Catalogue) -> Table:
    feature_columns = [columns[name] for name in catalogue.names]
    debts = [at for at, group in enumerate(catalogue.groups) if group == "dette_urssaf"]
    siren, as_of, features = [], [], []
    for line, row in enumerate(rows, start=2):
        try:
            if not _in_perimeter(row, columns):
                continue
            values = np.array([row[at] or "nan" for at in feature_columns], dtype=np.float32)
            if debts and np.isnan(values[debts]).all():
                continue
            siren.append(row[columns["siren"]])
            as_of.append(date.fromisoformat(row[columns["as_of"]]))
            features.append(values)
        except (ValueError, IndexError) as wrong:
            raise ValueError(f"{path}, line {line}: {wrong}") from wrong
    matrix = np.array(features, dtype=np.float32).reshape(len(siren), len(catalogue.names))
    return Table(np.array(siren), np.array(as_of, dtype="datetime64[D]"), matrix)


def _in_perimeter(row: list[str], columns: dict[str, int]) -> bool:
    headcount = row[columns["headcount_max36"]]
    return (
        _truth_value(row[columns["in_bonis_known"]])
        and not _truth_value(row[columns["ceased"]])
        and row[columns["legal_category"]] != ENTREPRENEUR_INDIVIDUEL
        and headcount != ""
        and float(headcount) >= HEADCOUNT_MIN
    )


def _truth_value(cell: str) -> bool:
    match cell.lower():
        case "true" | "1":
            return True
        case "false" | "0":
            return False
        case _:
            raise ValueError(f"neither true nor false: {cell!r}")


def read_tables(paths: Iterable[Path], catalogue: Catalogue) -> list[Table]:
    return [read_table(path, catalogue) for path in paths]
