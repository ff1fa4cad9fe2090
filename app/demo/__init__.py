"""The demonstration round: synthetic applicants, people with a password everybody knows, a review half done."""
