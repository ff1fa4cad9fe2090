"""One module per step: read, apply the rules, save; frozen views out."""
