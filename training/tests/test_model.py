from dataclasses import replace

import numpy as np
import pytest

from tests.country import CATALOGUE, COVERED_UNTIL, country, write_country
from vigie_training.design import fit_design
from vigie_training.golden import run
from vigie_training.graph import write_graph
from vigie_training.labels import HORIZONS, label, read_truth
from vigie_training.linear import LinearModel, Prediction, fit
from vigie_training.table import Table, read_table


class Fitted:
    def __init__(self, directory):
        table_path, truth_path = write_country(directory, country(3, 200, 24))
        table = read_table(table_path, CATALOGUE)
        labels = label(table, read_truth(truth_path, COVERED_UNTIL))
        self.table: Table = table.where(labels.eligible)
        y = labels.y[labels.eligible]
        design = fit_design(CATALOGUE, self.table.features)
        self.model, self.regressions = fit(CATALOGUE, design, self.table.features, y, self.table.siren)
        self.graph = write_graph(self.model, CATALOGUE, "test")


@pytest.fixture(scope="module")
def fitted(tmp_path_factory) -> Fitted:
    return Fitted(tmp_path_factory.mktemp("country"))


@pytest.fixture(scope="module")
def wild(fitted) -> np.ndarray:
    """Rows as the world may send them: unknown, infinite, huge, negative, of an unknown code."""
    random = np.random.default_rng(1)
    rows = np.repeat(fitted.table.features[:500], 2, axis=0)
    for value in (np.nan, np.inf, -np.inf, 3e38, -1e9, 0.0, -0.0, 99.0):
        rows[random.random(rows.shape) < 0.05] = value
    rows[:10] = np.nan
    return rows.astype(np.float32)


def log_odds(prediction: Prediction) -> np.ndarray:
    return prediction.contributions.sum(axis=2) + prediction.intercept


def test_the_graph_answers_as_the_model_does(fitted, wild):
    ours, theirs = fitted.model.predict(wild), run(fitted.graph, wild)

    for name in ("probabilities", "contributions", "intercept"):
        np.testing.assert_allclose(getattr(theirs, name), getattr(ours, name), rtol=0, atol=1e-9)
        assert getattr(theirs, name).dtype == np.float64


def test_the_graph_agrees_with_scikit_learn_where_no_horizon_is_carried(fitted):
    features = fitted.table.features
    columns = fitted.model.design.columns(features)
    expected = np.stack([one.predict_proba(columns)[:, 1] for one in fitted.regressions], axis=1)

    np.testing.assert_allclose(
        run(fitted.graph, features).probabilities, np.maximum.accumulate(expected, axis=1), rtol=0, atol=1e-6
    )


def test_probabilities_rise_with_the_horizon_to_the_last_bit(fitted, wild):
    for features in (fitted.table.features, wild):
        assert (np.diff(run(fitted.graph, features).probabilities, axis=1) >= 0).all()


def test_themes_and_intercept_sum_to_the_log_odds_at_every_horizon(fitted, wild):
    prediction = run(fitted.graph, wild)

    np.testing.assert_allclose(1 / (1 + np.exp(-log_odds(prediction))), prediction.probabilities, rtol=1e-13)


def test_a_carried_horizon_carries_its_contributions_and_its_intercept(fitted, wild):
    # A horizon of 18 months so low that 12 months always win.
    low = replace(fitted.model, intercepts=fitted.model.intercepts - np.array([0.0, 50.0, 0.0]))
    prediction = run(write_graph(low, CATALOGUE, "low"), wild)

    np.testing.assert_array_equal(prediction.probabilities[:, 1], prediction.probabilities[:, 0])
    np.testing.assert_array_equal(prediction.contributions[:, 1], prediction.contributions[:, 0])
    np.testing.assert_array_equal(prediction.intercept[:, 1], prediction.intercept[:, 0])
    np.testing.assert_allclose(low.predict(wild).contributions, prediction.contributions, rtol=0, atol=1e-9)


def test_a_theme_contributes_nothing_on_average_in_training(fitted):
    columns = fitted.model.design.columns(fitted.table.features)
    contributions = np.einsum("nc,cht->nht", columns, fitted.model.weights) - fitted.model.centre

    np.testing.assert_allclose(contributions.mean(axis=0), 0, atol=1e-9)


def test_a_theme_moves_with_its_own_features_alone(fitted):
    moved = fitted.table.features[:50].copy()
    moved[:, 3] += 100
    before, after = (_raw_contributions(fitted.model, rows) for rows in (fitted.table.features[:50], moved))
    effectif = CATALOGUE.themes.index("effectif")

    others = [at for at in range(len(CATALOGUE.themes)) if at != effectif]
    np.testing.assert_array_equal(before[..., others], after[..., others])
    assert (before[..., effectif] != after[..., effectif]).any()


def _raw_contributions(model: LinearModel, features: np.ndarray) -> np.ndarray:
    return np.einsum("nc,cht->nht", model.design.columns(features), model.weights) - model.centre


def test_a_value_beyond_what_was_seen_counts_as_the_greatest_seen(fitted):
    rows = np.repeat(fitted.table.features[:1], 2, axis=0)
    rows[0, 1], rows[1, 1] = 1e30, np.inf

    probabilities = run(fitted.graph, rows).probabilities
    np.testing.assert_array_equal(probabilities[0], probabilities[1])


def test_rows_do_not_depend_on_their_batch(fitted, wild):
    together = run(fitted.graph, wild[:100]).probabilities
    alone = np.concatenate([run(fitted.graph, wild[at : at + 1]).probabilities for at in range(100)])

    np.testing.assert_allclose(alone, together, rtol=0, atol=1e-12)
    assert together.shape == (100, len(HORIZONS))
