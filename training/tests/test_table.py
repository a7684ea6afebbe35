import gzip

import numpy as np
import pytest

from tests.country import CATALOGUE, NAMES
from vigie_training.catalogue import Catalogue
from vigie_training.table import read_table

HEADER = ",".join(["siren", "as_of", *NAMES, "in_bonis_known", "scorable"])
GOOD = "100000001,2024-01-31,10,0,,20,36,41,1,1"


def table(tmp_path, *lines: str):
    path = tmp_path / "table.csv"
    path.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    return read_table(path, CATALOGUE)


def test_an_empty_cell_is_unknown(tmp_path):
    features = table(tmp_path, GOOD).features

    assert features.dtype == np.float32
    assert np.isnan(features[0, 2])
    assert features[0, [0, 1, 3, 4, 5]].tolist() == [10, 0, 20, 36, 41]


def test_a_row_that_would_have_no_score_is_left_out(tmp_path):
    contribution_unknown_and_no_debt = "100000002,2024-01-31,,0,0,20,36,41,1,0"

    assert table(tmp_path, GOOD, contribution_unknown_and_no_debt).siren.tolist() == ["100000001"]


def test_what_is_scored_is_the_exports_word_alone(tmp_path):
    debts_unknown = "100000002,2024-01-31,10,,,20,36,41,1,1"

    assert table(tmp_path, debts_unknown).siren.tolist() == ["100000002"]


def test_a_table_that_does_not_say_what_is_scored_is_refused(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(f"{HEADER},x\n{GOOD},0\n".replace(",scorable", ",scored"), encoding="utf-8")

    with pytest.raises(ValueError, match="missing columns scorable"):
        read_table(path, CATALOGUE)


def test_a_compressed_table_is_read_as_a_plain_one(tmp_path):
    path = tmp_path / "table.csv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write(f"{HEADER}\n{GOOD}\n")

    assert read_table(path, CATALOGUE).siren.tolist() == ["100000001"]


def test_a_missing_column_is_named(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(HEADER.replace("ratio_dette,", "") + "\n", encoding="utf-8")

    with pytest.raises(ValueError, match="missing columns ratio_dette"):
        read_table(path, CATALOGUE)


def test_a_wrong_value_is_told_with_its_line(tmp_path):
    with pytest.raises(ValueError, match="line 3"):
        table(tmp_path, GOOD, GOOD.replace(",36,", ",old,"))


def test_a_catalogue_whose_names_do_not_have_its_hash_is_refused():
    with pytest.raises(ValueError, match="does not end in the hash"):
        Catalogue("1-00000000", NAMES, CATALOGUE.groups)


def test_a_catalogue_is_read_in_order(tmp_path):
    path = tmp_path / "names.txt"
    lines = [f"{name} {group}" for name, group in zip(NAMES, CATALOGUE.groups, strict=True)]
    path.write_text("\n".join([*lines, "# a remark"]) + "\n", encoding="utf-8")

    assert Catalogue.read(path, CATALOGUE.version) == CATALOGUE
    assert CATALOGUE.themes == ("dette_urssaf", "effectif", "profil")
