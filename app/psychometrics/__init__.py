"""Numbers about raters."""
