"""From exported features and the truth to a model bundle that scoring-service accepts.

The stages, in order: `catalogue` and `table` read, `labels` joins the truth, `split` holds companies and days
out, `design` turns features into columns, `linear` fits, `levels` sets thresholds, `metrics` judges, `graph` writes
ONNX, `bundle` writes the directory with its `card`.
"""
