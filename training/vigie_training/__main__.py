"""Command line: `python -m vigie_training fit …`."""

from __future__ import annotations

import argparse
import logging
import re
import sys
from datetime import date
from pathlib import Path

from vigie_training.catalogue import Catalogue
from vigie_training.training import Request, run

# A version is the name of a directory, and stands in every vector.
VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def main(arguments: list[str] | None = None) -> int:
    """Runs a command; gives 0 when done, 1 when it failed, 2 on wrong usage."""
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    options = _parser().parse_args(arguments)
    try:
        print(run(_request(options)))
    except (ValueError, OSError) as failure:
        logging.error("fit: %s", failure)
        return 1
    return 0


def _request(options: argparse.Namespace) -> Request:
    return Request(
        tables=tuple(options.table),
        truths=tuple(options.truth),
        covered_until=tuple(options.covered_until),
        first_day=options.first_day,
        catalogue=Catalogue.read(options.catalogue_names, options.catalogue),
        version=options.version,
        built_on=options.date,
        seeds=options.seeds,
        out=options.out,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vigie_training", description="Fits the model that scoring-service runs.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    fit = commands.add_parser("fit", help="fit, judge and export a bundle to OUT/VERSION")
    fit.add_argument("--table", type=Path, nargs="+", required=True, help="exported features, one file per country")
    fit.add_argument("--truth", type=Path, nargs="+", required=True, help="what happened, in the order of the tables")
    fit.add_argument(
        "--covered-until",
        type=date.fromisoformat,
        nargs="+",
        default=[],
        help="last day covered by each truth (default: the latest day that it names)",
    )
    fit.add_argument("--first-day", type=date.fromisoformat, help="as-of days before it are left out (default: none)")
    fit.add_argument("--out", type=Path, required=True, help="where bundles live")
    fit.add_argument("--version", type=_version, required=True, help="name of the bundle")
    fit.add_argument("--catalogue", required=True, help="version of the feature catalogue")
    fit.add_argument("--catalogue-names", type=Path, required=True, help="lines « name group », in order")
    fit.add_argument("--seeds", type=_seeds, default=(), help="seeds of the countries, separated by commas")
    fit.add_argument("--date", type=date.fromisoformat, help="date of the bundle (default: the latest as-of day)")
    return parser


def _version(text: str) -> str:
    if not VERSION.fullmatch(text):
        raise argparse.ArgumentTypeError(f"not a version: {text!r} (letters, digits, dot, dash, underscore)")
    return text


def _seeds(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(",") if part)


if __name__ == "__main__":
    sys.exit(main())
