"""Makes the tiny bundle that scoring-service's tests load: `python tests/tiny.py DIRECTORY`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.country import CATALOGUE, COVERED_UNTIL, country, write_country
from vigie_training.training import Request, run

COMPANIES = 300
MONTHS = 48


def write_tiny(out: Path) -> Path:
    """Writes the bundle `out/tiny` and gives its directory."""
    with tempfile.TemporaryDirectory() as scratch:
        table, truth = write_country(Path(scratch), country(7, COMPANIES, MONTHS))
        return run(
            Request(
                tables=(table,),
                truths=(truth,),
                covered_until=(COVERED_UNTIL,),
                first_day=None,
                catalogue=CATALOGUE,
                version="tiny",
                built_on=None,
                seeds=(7,),
                out=out,
            )
        )


if __name__ == "__main__":
    print(write_tiny(Path(sys.argv[1])))
