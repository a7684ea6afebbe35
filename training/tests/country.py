"""A small made-up country: tables and truths with a known law, for tests and for the tiny bundle."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from vigie_training.catalogue import Catalogue, name_hash
from vigie_training.labels import plus_months

FEATURES = (
    ("cotisation", "dette_urssaf"),
    ("montant_part_patronale", "dette_urssaf"),
    ("ratio_dette", "dette_urssaf"),
    ("effectif", "effectif"),
    ("age_mois", "profil"),
    ("naf_division", "profil"),
)
NAMES = tuple(name for name, _ in FEATURES)
CATALOGUE = Catalogue("1-" + name_hash(NAMES), NAMES, tuple(group for _, group in FEATURES))
FIRST_DAY = date(2020, 1, 31)
COVERED_UNTIL = date(2026, 12, 31)


@dataclass(frozen=True)
class Country:
    """Rows of an export and of a truth, as text."""

    table: list[list[str]]
    truth: list[list[str]]


def country(seed: int, companies: int, months: int) -> Country:
    """A country whose companies fail sooner the more they owe, younger ones more than older ones."""
    random = np.random.default_rng(seed)
    days = [plus_months(FIRST_DAY, month) for month in range(months)]
    table, truth = [], []
    for number in range(companies):
        siren = f"{seed:03d}{number:06d}"
        distress, age, division = random.normal(), int(random.integers(6, 400)), int(random.choice([41, 47, 56, 62]))
        hazard = 0.006 * np.exp(1.1 * distress - age / 300 + (0.5 if division == 41 else 0))
        lifetime = float(random.exponential(1 / hazard))
        failed_on = FIRST_DAY + timedelta(days=int(min(lifetime, 2000) * 30.4))
        failure = failed_on.isoformat() if failed_on <= COVERED_UNTIL else ""
        truth.append([siren, failure, "liquidation" if failure else "", ""])
        headcount = int(random.integers(10, 250))
        for month, day in enumerate(days):
            debt = max(0.0, float(random.normal(distress, 0.5))) * 2_000 * headcount
            known = random.random() > 0.1
            table.append([
                siren,
                day.isoformat(),
                f"{1_500 * headcount * random.uniform(0.8, 1.2):.2f}",
                f"{debt:.2f}",
                f"{debt / (1_500 * headcount):.4f}" if known else "",
                str(headcount) if known else "",
                str(age + month),
                str(division),
                "true" if failed_on > day else "false",
                str(headcount),
                "5710",
                "false",
                "true" if failed_on > day else "false",
            ])
    return Country(table, truth)


def write_country(directory: Path, made: Country) -> tuple[Path, Path]:
    """Writes `table.csv` and `truth.csv` and gives their paths."""
    directory.mkdir(parents=True, exist_ok=True)
    header = ["siren", "as_of", *NAMES, "in_bonis_known", "headcount_max36", "legal_category", "ceased", "scorable"]
    table, truth = directory / "table.csv", directory / "truth.csv"
    _write(table, header, made.table)
    _write(truth, ["siren", "failure_date", "procedure", "closed_on"], made.truth)
    return table, truth


def _write(path: Path, header: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
