from datetime import date

import numpy as np
import pytest

from vigie_training.labels import HORIZONS, label, plus_months, read_truth
from vigie_training.table import Table

AS_OF = "2024-01-31"


def rows(*days: str) -> Table:
    return Table(
        np.array(["100000001"] * len(days)),
        np.array(days, dtype="datetime64[D]"),
        np.zeros((len(days), 1), dtype=np.float32),
    )


def truth(tmp_path, *lines: str, covered_until: str = "2030-12-31"):
    path = tmp_path / "truth.csv"
    path.write_text("siren,failure_date,procedure,closed_on\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return read_truth(path, date.fromisoformat(covered_until))


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        ("2024-02-01", [1, 1, 1]),
        ("2025-01-31", [1, 1, 1]),
        ("2025-02-01", [0, 1, 1]),
        ("2025-07-31", [0, 1, 1]),
        ("2025-08-01", [0, 0, 1]),
        ("2026-01-31", [0, 0, 1]),
        ("2026-02-01", [0, 0, 0]),
        ("", [0, 0, 0]),
    ],
)
def test_a_failure_counts_for_each_horizon_that_ends_on_or_after_it(tmp_path, failure, expected):
    labels = label(rows(AS_OF), truth(tmp_path, f"100000001,{failure},liquidation,"))

    assert labels.y.tolist() == [expected]
    assert labels.eligible.all()


@pytest.mark.parametrize(
    ("covered_until", "expected"),
    [
        ("2026-02-28", [0, 0, 0]),
        ("2026-02-27", [0, 0, None]),
        ("2025-08-31", [0, 0, None]),
        ("2025-08-30", [0, None, None]),
        ("2025-02-28", [0, None, None]),
        ("2025-02-27", [None, None, None]),
    ],
)
def test_no_failure_is_known_a_month_after_the_horizon_at_the_soonest(tmp_path, covered_until, expected):
    labels = label(rows(AS_OF), truth(tmp_path, "100000001,,,", covered_until=covered_until))

    assert [None if np.isnan(one) else one for one in labels.y[0]] == expected
    assert labels.followed[0].tolist() == [one is not None for one in expected]


def test_a_failure_is_known_at_once_but_its_row_is_not_followed(tmp_path):
    labels = label(rows(AS_OF), truth(tmp_path, "100000001,2024-03-01,liquidation,", covered_until="2024-06-30"))

    assert labels.y.tolist() == [[1, 1, 1]]
    assert not labels.followed.any()


def test_a_company_in_procedure_or_closed_has_no_row(tmp_path):
    failed = label(rows("2024-02-29", "2024-03-01", "2024-03-02"), truth(tmp_path, "100000001,2024-03-01,sauvegarde,"))
    closed = label(rows("2024-02-29", "2024-03-01", "2024-03-02"), truth(tmp_path, "100000001,,,2024-03-01"))

    assert failed.eligible.tolist() == [True, False, False]
    assert closed.eligible.tolist() == [True, False, False]


def test_a_company_that_closes_without_procedure_has_not_failed(tmp_path):
    assert label(rows(AS_OF), truth(tmp_path, "100000001,,,2024-06-30")).y.tolist() == [[0, 0, 0]]


def test_of_several_failures_the_first_counts(tmp_path):
    both = truth(tmp_path, "100000001,2025-06-01,redressement,", "100000001,2024-06-01,sauvegarde,")

    assert label(rows(AS_OF), both).y.tolist() == [[1, 1, 1]]


def test_a_company_without_a_line_in_the_truth_has_not_failed(tmp_path):
    assert label(rows(AS_OF), truth(tmp_path, "999999999,2024-06-01,sauvegarde,")).y.tolist() == [[0, 0, 0]]


def test_without_a_day_the_truth_is_covered_until_the_latest_that_it_names(tmp_path):
    path = tmp_path / "truth.csv"
    path.write_text("siren,failure_date,procedure,closed_on\n1,2024-06-01,x,\n2,,,2025-01-02\n", encoding="utf-8")

    assert read_truth(path).covered_until == date(2025, 1, 2)


def test_months_are_added_as_the_calendar_does():
    assert plus_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert plus_months(date(2024, 1, 31), 12) == date(2025, 1, 31)
    assert plus_months(date(2024, 11, 30), -12) == date(2023, 11, 30)
    assert HORIZONS == (12, 18, 24)
