"""The only place, with the entry, that draws."""
