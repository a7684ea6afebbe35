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


@dataclass(frozen=True)
class Table:
    """Rows that scoring-service scores, in the order in which they were read.

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
    """Reads an export, plain or `.gz`, and keeps the rows that scoring-service scores: the export says which.

    Columns: `siren`, `as_of`, every feature of the catalogue, `scorable`; others are not read. An empty cell is
    unknown. Raises ValueError when a column is missing or a value is not what it should be.
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
    wanted = ("siren", "as_of", *catalogue.names, "scorable")
    missing = [name for name in wanted if name not in columns]
    if missing:
        raise ValueError(f"{path}: missing columns {', '.join(missing)}")
    return columns


def _read_rows(path: Path, rows: Iterator[list[str]], columns: dict[str, int], catalogue: Catalogue) -> Table:
    feature_columns = [columns[name] for name in catalogue.names]
    siren, as_of, features = [], [], []
    for line, row in enumerate(rows, start=2):
        try:
            if not _truth_value(row[columns["scorable"]]):
                continue
            values = np.array([row[at] or "nan" for at in feature_columns], dtype=np.float32)
            siren.append(row[columns["siren"]])
            as_of.append(date.fromisoformat(row[columns["as_of"]]))
            features.append(values)
        except (ValueError, IndexError) as wrong:
            raise ValueError(f"{path}, line {line}: {wrong}") from wrong
    matrix = np.array(features, dtype=np.float32).reshape(len(siren), len(catalogue.names))
    return Table(np.array(siren), np.array(as_of, dtype="datetime64[D]"), matrix)


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
