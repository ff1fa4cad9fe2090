"""The read-only door to the snapshot."""
