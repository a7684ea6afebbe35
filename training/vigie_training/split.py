"""What is learnt from and what is held out: other companies, on later days."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

import numpy as np

from vigie_training.labels import HORIZONS, plus_months
from vigie_training.table import Table

# One company in four is never learnt from.
HELD_OUT_IN = 4
# Held-out days: the last twelve months that leave a day to learn from.
TEST_MONTHS = 12
LONGEST = max(HORIZONS)


@dataclass(frozen=True)
class Split:
    """`train` [n], `test` [n]; `kind` is `company+time` or `company`, `test_from` the first held-out day, if any."""

    train: np.ndarray
    test: np.ndarray
    kind: str
    test_from: date | None


def split(table: Table, usable: np.ndarray) -> Split:
    """Splits by company and by time: learns until 24 months before the first held-out day, when labels were closed.

    When the usable days span too little for that, the split is by company alone, and says so.
    """
    held_out = np.array([is_held_out(siren) for siren in table.siren], dtype=bool)
    days = np.unique(table.as_of[usable])
    if len(days) == 0:
        raise ValueError("no row has its whole window covered: the truth ends too early")
    first, last = days[0].astype(date), days[-1].astype(date)
    test_from = max(plus_months(first, LONGEST), plus_months(last, 1 - TEST_MONTHS))
    if test_from > last:
        return Split(usable & ~held_out, usable & held_out, "company", None)
    learnt_until = np.datetime64(plus_months(test_from, -LONGEST), "D")
    return Split(
        usable & ~held_out & (table.as_of <= learnt_until),
        usable & held_out & (table.as_of >= np.datetime64(test_from, "D")),
        "company+time",
        test_from,
    )


def is_held_out(siren: str) -> bool:
    """Whether a company is never learnt from: by a hash, so that the answer does not depend on the rows."""
    return bucket(siren, "held out", HELD_OUT_IN) == 0


def bucket(siren: str, purpose: str, buckets: int) -> int:
    """A company's bucket for a purpose: two purposes divide companies independently."""
    return int.from_bytes(hashlib.sha256(f"{purpose}|{siren}".encode()).digest()[:8]) % buckets
