"""The feature catalogue: names in order, the group (theme) of each, and the version that names both."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Catalogue:
    """Features in the order of the vector.

    `version` is `<n>-<first 8 hex digits of sha256 of the names joined by newlines>`: equal versions mean equal order.
    """

    version: str
    names: tuple[str, ...]
    groups: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.names) != len(self.groups) or not self.names:
            raise ValueError(f"{len(self.names)} names for {len(self.groups)} groups")
        if len(set(self.names)) != len(self.names):
            raise ValueError("a feature name stands twice in the catalogue")
        expected = name_hash(self.names)
        if self.version.rpartition("-")[2] != expected:
            raise ValueError(f"catalogue {self.version} does not end in the hash of its names, {expected}")

    @property
    def themes(self) -> tuple[str, ...]:
        """Groups, each once, in order of first appearance."""
        return tuple(dict.fromkeys(self.groups))

    @staticmethod
    def read(path: Path, version: str) -> Catalogue:
        """Reads lines `name group`; blank lines and lines that begin with # are left out."""
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [line.split() for line in lines if line.strip() and not line.startswith("#")]
        wrong = [row for row in rows if len(row) != 2]
        if wrong:
            raise ValueError(f"{path}: not a name and a group: {' '.join(wrong[0])}")
        return Catalogue(version, tuple(row[0] for row in rows), tuple(row[1] for row in rows))


def name_hash(names: tuple[str, ...]) -> str:
    """The part of the version that depends on the names."""
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:8]
