"""What happened: a failure within 12, 18 and 24 months of an as-of day, or not, or not known yet."""

from __future__ import annotations

import calendar
import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from vigie_training.table import Table, open_text

HORIZONS = (12, 18, 24)
NEVER = np.datetime64("NaT", "D")


@dataclass(frozen=True)
class Truth:
    """First failure and closing of each company, and the last day until which failures are known."""

    failed_on: dict[str, np.datetime64]
    closed_on: dict[str, np.datetime64]
    covered_until: date


@dataclass(frozen=True)
class Labels:
    """Per row: whether it may be learnt from, and per horizon 1, 0 or NaN.

    `eligible` [n]: in bonis on the as-of day as it truly was, and not closed. `y` [n, 3] as features.md defines the
    target. `followed` [n, 3]: the whole window is covered. Learning from unfollowed rows would be learning from
    positives alone, since a failure is known at once and its absence only at the end.
    """

    eligible: np.ndarray
    y: np.ndarray
    followed: np.ndarray


def read_truth(path: Path, covered_until: date | None = None) -> Truth:
    """Reads `siren,failure_date,procedure,closed_on`, plain or `.gz`; a company may stand on several lines.

    Without `covered_until`, the latest day that the file names is taken: never later than what it covers.
    """
    failed: dict[str, np.datetime64] = {}
    closed: dict[str, np.datetime64] = {}
    with open_text(path) as lines:
        rows = csv.DictReader(lines)
        missing = {"siren", "failure_date", "closed_on"} - set(rows.fieldnames or ())
        if missing:
            raise ValueError(f"{path}: missing columns {', '.join(sorted(missing))}")
        for row in rows:
            _keep_earliest(failed, row["siren"], row["failure_date"])
            _keep_earliest(closed, row["siren"], row["closed_on"])
    named = [*failed.values(), *closed.values()]
    if covered_until is None:
        if not named:
            raise ValueError(f"{path}: no date in it: say until when it is covered")
        covered_until = max(named).astype(date)
    return Truth(failed, closed, covered_until)


def _keep_earliest(days: dict[str, np.datetime64], siren: str, text: str) -> None:
    if text:
        day = np.datetime64(date.fromisoformat(text), "D")
        days[siren] = min(day, days.get(siren, day))


def label(table: Table, truth: Truth) -> Labels:
    """Labels the rows of one country by its truth."""
    failed = np.array([truth.failed_on.get(siren, NEVER) for siren in table.siren], dtype="datetime64[D]")
    closed = np.array([truth.closed_on.get(siren, NEVER) for siren in table.siren], dtype="datetime64[D]")
    days, which = np.unique(table.as_of, return_inverse=True)
    y = np.empty((len(table), len(HORIZONS)))
    followed = np.empty((len(table), len(HORIZONS)), dtype=bool)
    for at, horizon in enumerate(HORIZONS):
        ends = np.array([plus_months(day.astype(date), horizon) for day in days], dtype="datetime64[D]")[which]
        # One month more: an opening is published up to a month after its day of effect.
        seen = [plus_months(day.astype(date), horizon + 1) <= truth.covered_until for day in days]
        followed[:, at] = np.array(seen, dtype=bool)[which]
        positive = (failed > table.as_of) & (failed <= ends)
        y[:, at] = np.where(positive, 1.0, np.where(followed[:, at], 0.0, np.nan))
    # A comparison with NaT is false: who never failed stays.
    return Labels(~(failed <= table.as_of) & ~(closed <= table.as_of), y, followed)


def plus_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last of that month when it is shorter."""
    month = day.year * 12 + day.month - 1 + months
    year, month = divmod(month, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
