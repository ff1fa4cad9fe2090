"""One reader per kind of export; every value stays text with its file and position."""
