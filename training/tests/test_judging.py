import numpy as np
import pytest

from vigie_training.levels import Thresholds, best_bound, thresholds
from vigie_training.metrics import calibration_error, judge
from vigie_training.split import is_held_out, split
from vigie_training.table import Table

PROBABILITY = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05])
Y = np.array([1, 1, 0, 1, 0, 0, 0, 1, 0, 0], dtype=float)


def test_eleve_asks_for_precision_and_modere_for_recall():
    # F0.5 is greatest with the first two (precision 1, recall 1/2), F2 with the first eight (recall 1).
    assert thresholds(PROBABILITY, Y) == Thresholds(0.2, 0.8)


def test_a_bound_is_the_best_of_all_bounds():
    random = np.random.default_rng(0)
    probability, y = random.random(200), (random.random(200) < 0.2).astype(float)
    bound = best_bound(probability, y, 2.0)

    assert f_beta(probability >= bound, y, 2.0) == max(f_beta(probability >= one, y, 2.0) for one in probability)


def f_beta(raised, y, beta):
    hits = y[raised].sum()
    return (1 + beta**2) * hits / (beta**2 * y.sum() + raised.sum())


def test_a_bound_never_falls_between_equal_probabilities():
    assert best_bound(np.array([0.5, 0.5, 0.1]), np.array([1.0, 0.0, 0.0]), 0.5) == 0.5


def test_modere_is_never_above_eleve():
    bounds = thresholds(np.array([0.9, 0.2, 0.1]), np.array([1.0, 0.0, 0.0]))

    assert bounds.modere <= bounds.eleve


def test_without_a_failure_no_threshold_can_be_set():
    with pytest.raises(ValueError, match="no failure"):
        thresholds(PROBABILITY, np.zeros(10))


def test_measures_are_those_of_the_textbook():
    measured = judge(PROBABILITY, Y, Thresholds(0.2, 0.8))

    assert measured["prevalence"] == 0.4
    assert measured["auc"] == round((6 + 6 + 5 + 2) / 24, 4)
    assert measured["eleve"] == {"rows": 2, "precision": 1.0, "recall": 0.5}
    assert measured["modere"] == {"rows": 8, "precision": 0.5, "recall": 1.0}


def test_a_level_that_is_never_reached_has_no_precision():
    assert judge(PROBABILITY, Y, Thresholds(0.2, 0.95))["eleve"] == {"rows": 0, "precision": None, "recall": 0.0}


def test_what_is_predicted_exactly_has_no_calibration_error():
    assert calibration_error(np.repeat([0.0, 1.0], 50), np.repeat([0.0, 1.0], 50)) == 0


def rows(months: int) -> Table:
    days = np.datetime64("2020-01", "M") + np.arange(months)
    sirens = [f"{number:09d}" for number in range(20)]
    return Table(
        np.repeat(sirens, months),
        np.tile(days.astype("datetime64[D]"), len(sirens)),
        np.zeros((20 * months, 1), dtype=np.float32),
    )


def test_companies_and_days_that_are_judged_are_not_learnt_from():
    table = rows(48)
    held = split(table, np.ones(len(table), dtype=bool))

    assert held.kind == "company+time"
    assert set(table.siren[held.train]).isdisjoint(table.siren[held.test])
    months_between = table.as_of[held.test].min().astype("datetime64[M]") - table.as_of[held.train].max().astype(
        "datetime64[M]"
    )
    assert months_between.astype(int) == 24
    assert len(np.unique(table.as_of[held.test])) == 12


def test_days_that_span_too_little_are_split_by_company_alone():
    table = rows(12)
    held = split(table, np.ones(len(table), dtype=bool))

    assert held.kind == "company"
    assert held.train.sum() + held.test.sum() == len(table)
    assert all(is_held_out(siren) for siren in table.siren[held.test])
