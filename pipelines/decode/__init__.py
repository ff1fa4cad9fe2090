"""Pure functions over one value as received."""
