"""The review workbench: judgements of people over the facts of one evidence snapshot."""
