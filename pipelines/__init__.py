"""The program that turns exports into an immutable evidence snapshot."""
