"""The linear model as an ONNX graph, written node by node: the usual converters give no output per theme."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from vigie_training.catalogue import Catalogue
from vigie_training.labels import HORIZONS
from vigie_training.linear import LinearModel

# Opset 17 and IR 8 are of 2022: every runtime in use reads them.
OPSET = 17
IR_VERSION = 8
INPUT = "features"
OUTPUTS = ("probabilities", "contributions", "intercept")


class _Graph:
    """Nodes and constants as they are added; each node names its one output or several."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operator: str, inputs: list[str], output: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
        return output

    def split(self, whole: str, stem: str) -> list[str]:
        """One slice per horizon along axis 1, which stays."""
        parts = [f"{stem}_{horizon}" for horizon in HORIZONS]
        self.nodes.append(helper.make_node("Split", [whole, "ones"], parts, name=f"{stem}_split", axis=1))
        return parts


def write_graph(model: LinearModel, catalogue: Catalogue, version: str) -> bytes:
    """Gives the bytes of the ONNX model.

    Input `features` [n, width] float32, NaN for unknown. Outputs, float64: `probabilities` [n, 3], `contributions`
    [n, 3, themes] and `intercept` [n, 3]; at every horizon log-odds = intercept + Σ contributions.
    """
    graph = _Graph()
    graph.constant("ones", np.ones(len(HORIZONS), dtype=np.int64))
    columns = _columns(graph, model)
    contributions = _contributions(graph, model, columns, len(catalogue.themes))
    _running_maximum(graph, model, contributions)
    return _serialized(graph, catalogue, version, model.design.width)


def _columns(graph: _Graph, model: LinearModel) -> str:
    design = model.design
    quantities = graph.constant("quantities", design.quantities)
    unknown = graph.add("IsNaN", [INPUT], "unknown")
    filled = graph.add("Where", [unknown, graph.constant("zero32", np.float32(0)), INPUT], "filled")
    picked = graph.add("Gather", [filled, quantities], "picked", axis=1)
    values = graph.add("Cast", [picked], "values", to=TensorProto.DOUBLE)
    below = graph.add("Min", [values, graph.constant("high", design.high)], "below")
    clipped = graph.add("Max", [below, graph.constant("low", design.low)], "clipped")
    size = graph.add("Abs", [clipped], "size")
    beyond = graph.add("Add", [size, graph.constant("one64", np.float64(1))], "beyond")
    tamed = graph.add("Mul", [graph.add("Sign", [clipped], "sign"), graph.add("Log", [beyond], "log")], "tamed")
    shifted = graph.add("Sub", [tamed, graph.constant("mean", design.mean)], "shifted")
    scaled = graph.add("Div", [shifted, graph.constant("scale", design.scale)], "scaled")
    hidden = graph.add("Gather", [unknown, quantities], "hidden", axis=1)
    standard = graph.add("Where", [hidden, graph.constant("zero64", np.float64(0)), scaled], "standard")
    indicators = graph.add("Cast", [unknown], "indicators", to=TensorProto.DOUBLE)
    parts = [standard, indicators]
    if len(design.code):
        coded = graph.add("Gather", [INPUT, graph.constant("code_at", design.code_at)], "coded", axis=1)
        equal = graph.add("Equal", [coded, graph.constant("code", design.code.astype(np.float32))], "equal")
        parts.append(graph.add("Cast", [equal], "codes", to=TensorProto.DOUBLE))
    return graph.add("Concat", parts, "columns", axis=1)


def _contributions(graph: _Graph, model: LinearModel, columns: str, themes: int) -> str:
    flat = model.weights.reshape(len(model.weights), len(HORIZONS) * themes)
    product = graph.add("MatMul", [columns, graph.constant("weights", flat)], "product")
    centred = graph.add("Sub", [product, graph.constant("centre", model.centre.reshape(-1))], "centred")
    shape = graph.constant("by_horizon", np.array([-1, len(HORIZONS), themes], dtype=np.int64))
    return graph.add("Reshape", [centred, shape], "raw_contributions")


def _running_maximum(graph: _Graph, model: LinearModel, contributions: str) -> None:
    """Carries the greatest log-odds so far, with the contributions and the intercept that make it."""
    themes = graph.constant("theme_axis", np.array([2], dtype=np.int64))
    last = graph.constant("last_axis", np.array([2], dtype=np.int64))
    summed = graph.add("ReduceSum", [contributions, themes], "summed", keepdims=0)
    raw = graph.add("Add", [summed, graph.constant("intercepts", model.intercepts)], "raw_log_odds")
    log_odds, parts = graph.split(raw, "log_odds"), graph.split(contributions, "parts")
    intercepts = []
    for horizon, value, of in zip(HORIZONS, model.intercepts, log_odds, strict=True):
        alone = graph.constant(f"intercept_{horizon}", np.array([[value]], dtype=np.float64))
        shape = graph.add("Shape", [of], f"shape_{horizon}")
        intercepts.append(graph.add("Expand", [alone, shape], f"intercept_of_{horizon}"))
    best = [(log_odds[0], parts[0], intercepts[0])]
    for at, horizon in enumerate(HORIZONS[1:], start=1):
        so_far = best[-1]
        wins = graph.add("Greater", [log_odds[at], so_far[0]], f"wins_{horizon}")
        wide = graph.add("Unsqueeze", [wins, last], f"wins_wide_{horizon}")
        best.append((
            graph.add("Where", [wins, log_odds[at], so_far[0]], f"best_log_odds_{horizon}"),
            graph.add("Where", [wide, parts[at], so_far[1]], f"best_parts_{horizon}"),
            graph.add("Where", [wins, intercepts[at], so_far[2]], f"best_intercept_{horizon}"),
        ))
    joined = graph.add("Concat", [one for one, _, _ in best], "log_odds", axis=1)
    _rising(graph, graph.split(graph.add("Sigmoid", [joined], "sigmoid"), "sigmoid"))
    graph.add("Concat", [one for _, one, _ in best], OUTPUTS[1], axis=1)
    graph.add("Concat", [one for _, _, one in best], OUTPUTS[2], axis=1)


def _rising(graph: _Graph, probabilities: list[str]) -> None:
    """Runtimes compute the sigmoid in lanes that may differ in the last bit: equal log-odds must not give p12 > p18."""
    risen = probabilities[:1]
    for horizon, probability in zip(HORIZONS[1:], probabilities[1:], strict=True):
        risen.append(graph.add("Max", [risen[-1], probability], f"risen_{horizon}"))
    graph.add("Concat", risen, OUTPUTS[0], axis=1)


def _serialized(graph: _Graph, catalogue: Catalogue, version: str, width: int) -> bytes:
    horizons = len(HORIZONS)
    shapes = ([None, horizons], [None, horizons, len(catalogue.themes)], [None, horizons])
    # Unnamed first dimension: any number of rows.
    body = helper.make_graph(
        graph.nodes,
        "vigie",
        [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, [None, width])],
        [
            helper.make_tensor_value_info(name, TensorProto.DOUBLE, shape)
            for name, shape in zip(OUTPUTS, shapes, strict=True)
        ],
        graph.constants,
    )
    model = helper.make_model(body, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
    model.producer_name = "vigie_training"
    helper.set_model_props(model, {"version": version, "catalogue": catalogue.version})
    onnx.checker.check_model(model, full_check=True)
    return model.SerializeToString(deterministic=True)
