import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import pytest

from tests.country import CATALOGUE, COVERED_UNTIL, country, write_country
from tests.tiny import write_tiny
from vigie_training.__main__ import main
from vigie_training.golden import BYTES_MAX, read_golden, run
from vigie_training.linear import MIDDLE

FILES = ("model.onnx", "manifest.json", "golden.csv", "MODEL_CARD.md")
COMMITTED_TINY = Path(__file__).parents[2] / "scoring-service" / "src" / "test" / "resources" / "models" / "tiny"
SHIPPED = sorted((Path(__file__).parents[2] / "scoring-service" / "models").glob("*/manifest.json"))


@pytest.fixture(scope="module")
def tiny(tmp_path_factory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("models"))


def test_the_same_inputs_give_the_same_bytes(tiny, tmp_path):
    again = write_tiny(tmp_path)

    for name in FILES:
        assert (again / name).read_bytes() == (tiny / name).read_bytes(), name


def test_the_manifest_says_what_the_graph_is(tiny):
    manifest = json.loads((tiny / "manifest.json").read_text(encoding="utf-8"))
    graph = (tiny / "model.onnx").read_bytes()
    properties = {one.key: one.value for one in onnx.load_from_string(graph).metadata_props}

    assert manifest["onnx"]["sha256"] == hashlib.sha256(graph).hexdigest()
    assert manifest["catalogue"] == CATALOGUE.version == properties["catalogue"]
    assert manifest["version"] == "tiny" == properties["version"]
    assert [one["name"] for one in manifest["features"]] == list(CATALOGUE.names)
    assert manifest["themes"] == list(CATALOGUE.themes)
    assert manifest["horizons"] == [12, 18, 24]
    assert all(0 < one["modere"] <= one["eleve"] <= 1 for one in manifest["thresholds"])
    assert manifest["seeds"] == [7]


def bundles(tiny):
    return [tiny, COMMITTED_TINY, *(manifest.parent for manifest in SHIPPED)]


def test_golden_scores_are_found_again(tiny):
    for directory in bundles(tiny):
        manifest = json.loads((directory / "manifest.json").read_text(encoding="utf-8"))
        features, answers = read_golden(directory / "golden.csv", len(manifest["features"]))
        found = run((directory / "model.onnx").read_bytes(), features)
        columns = np.column_stack(
            [found.probabilities, found.intercept[:, MIDDLE], found.contributions[:, MIDDLE]]
        )

        np.testing.assert_allclose(columns, answers, rtol=0, atol=1e-6, err_msg=str(directory))
        assert (directory / "golden.csv").stat().st_size <= BYTES_MAX


def test_golden_rows_have_unknown_values_and_extreme_ones(tiny):
    features, _ = read_golden(tiny / "golden.csv", len(CATALOGUE.names))

    assert np.isnan(features).all(axis=1).any()
    assert (np.isnan(features).any(axis=1) & ~np.isnan(features).all(axis=1)).any()
    assert np.nanmax(features) > 1e9


def test_the_model_card_tells_the_measures_of_the_manifest(tiny):
    manifest = json.loads((tiny / "manifest.json").read_text(encoding="utf-8"))
    card = (tiny / "MODEL_CARD.md").read_text(encoding="utf-8")

    for horizon in ("12", "18", "24"):
        assert f" {manifest['metrics'][horizon]['auc']} |" in card


@pytest.fixture
def command(tmp_path) -> list[str]:
    first = write_country(tmp_path / "1000", country(100, 120, 30))
    second = write_country(tmp_path / "1001", country(101, 120, 30))
    names = tmp_path / "names.txt"
    pairs = zip(CATALOGUE.names, CATALOGUE.groups, strict=True)
    names.write_text("\n".join(f"{name} {group}" for name, group in pairs), encoding="utf-8")
    return [
        "fit",
        *("--table", str(first[0]), str(second[0])),
        *("--truth", str(first[1]), str(second[1])),
        *("--covered-until", str(COVERED_UNTIL), str(COVERED_UNTIL)),
        *("--out", str(tmp_path / "models"), "--version", "two-countries"),
        *("--catalogue", CATALOGUE.version, "--catalogue-names", str(names)),
        *("--seeds", "1000,1001", "--date", "2026-11-23"),
    ]


def test_several_countries_make_one_bundle(command, tmp_path, capsys):
    assert main(command) == 0

    directory = tmp_path / "models" / "two-countries"
    assert capsys.readouterr().out.strip() == str(directory)
    manifest = json.loads((directory / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["seeds"] == [1000, 1001]
    assert manifest["date"] == "2026-11-23"
    assert sorted(path.name for path in directory.iterdir()) == sorted(FILES)


def test_days_before_the_first_one_are_left_out(command, tmp_path):
    assert main([*command, "--first-day", "2020-06-30"]) == 0

    card = (tmp_path / "models" / "two-countries" / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "as-of days 2020-06-30 to 2022-06-30" in card


def test_what_cannot_be_fitted_fails_with_its_reason(command, caplog):
    command[command.index("--catalogue") + 1] = "1-00000000"

    assert main(command) == 1
    assert "does not end in the hash" in caplog.text


def test_wrong_usage_is_not_a_failure_of_the_fit(command):
    command[command.index("--version") + 1] = "../elsewhere"

    with pytest.raises(SystemExit) as exit_:
        main(command)
    assert exit_.value.code == 2
