"""From features to the columns of the linear model: the one definition that numpy and the ONNX graph both follow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from vigie_training.catalogue import Catalogue

# Values beyond these quantiles of the known ones are brought back to them: one wild amount must not decide.
CLIP_QUANTILES = (0.001, 0.999)
# A code is a name, not a quantity: each frequent one has a column of its own.
CODES = ("naf_division", "categorie_juridique")
# A code in fewer rows than this share has no column: it reads as « another ».
CODE_SHARE_MIN = 0.005


@dataclass(frozen=True)
class Design:
    """Columns of the linear model, in order: standardised values, indicators of the unknown, frequent codes.

    A quantity x becomes (slog(clip(x)) − mean) / scale with slog(x) = sign(x) · ln(1 + |x|), near x below one and
    taming amounts above; 0 when unknown, beside an indicator. All arrays are float64.
    `quantities` [q] are positions of quantities in the vector; `low`, `high`, `mean`, `scale` [q] belong to them;
    `code_at` [k] positions and `code` [k] values of the frequent codes; `width` the length of the vector.
    """

    width: int
    quantities: np.ndarray
    low: np.ndarray
    high: np.ndarray
    mean: np.ndarray
    scale: np.ndarray
    code_at: np.ndarray
    code: np.ndarray

    def columns(self, features: np.ndarray) -> np.ndarray:
        """Turns float32 features [n, width] into columns [n, q + width + k], float64."""
        unknown = np.isnan(features)
        values = np.where(unknown, np.float32(0), features)[:, self.quantities].astype(np.float64)
        standard = (slog(np.maximum(np.minimum(values, self.high), self.low)) - self.mean) / self.scale
        standard = np.where(unknown[:, self.quantities], 0.0, standard)
        codes = features[:, self.code_at] == self.code.astype(np.float32)
        return np.concatenate([standard, unknown.astype(np.float64), codes.astype(np.float64)], axis=1)

    def groups(self, catalogue: Catalogue) -> np.ndarray:
        """The position in `catalogue.themes` of the theme to which each column belongs."""
        theme = np.array([catalogue.themes.index(group) for group in catalogue.groups])
        return np.concatenate([theme[self.quantities], theme, theme[self.code_at]])


def slog(x: np.ndarray) -> np.ndarray:
    return np.sign(x) * np.log(1.0 + np.abs(x))


def fit_design(catalogue: Catalogue, features: np.ndarray) -> Design:
    """Takes bounds, means, scales and frequent codes from training rows [n, width]."""
    coded = [at for at, name in enumerate(catalogue.names) if name in CODES]
    quantities = np.array([at for at in range(len(catalogue.names)) if at not in coded], dtype=np.int64)
    low, high, mean, scale = (np.zeros(len(quantities)) for _ in range(4))
    for place, at in enumerate(quantities):
        low[place], high[place], mean[place], scale[place] = _moments(features[:, at])
    code_at, code = _frequent_codes(features, coded)
    return Design(len(catalogue.names), quantities, low, high, mean, scale, code_at, code)


def _moments(column: np.ndarray) -> tuple[float, float, float, float]:
    known = column[np.isfinite(column)].astype(np.float64)
    if len(known) == 0:
        return 0.0, 0.0, 0.0, 1.0
    # Bounds that stand in the data: an interpolated one would depend on the order of additions.
    low, high = np.quantile(known, CLIP_QUANTILES, method="nearest")
    tamed = slog(np.clip(known, low, high))
    spread = float(tamed.std())
    # A column that hardly moves says nothing: dividing by rounding noise would make it shout.
    return float(low), float(high), float(tamed.mean()), spread if spread > 1e-9 else 1.0


def _frequent_codes(features: np.ndarray, coded: list[int]) -> tuple[np.ndarray, np.ndarray]:
    at, code = [], []
    for position in coded:
        column = features[:, position]
        values, counts = np.unique(column[np.isfinite(column)], return_counts=True)
        frequent = values[counts >= CODE_SHARE_MIN * len(features)]
        at += [position] * len(frequent)
        code += [float(value) for value in frequent]
    return np.array(at, dtype=np.int64), np.array(code, dtype=np.float64)
