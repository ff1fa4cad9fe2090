"""Keys of the cohort step's choices."""

VIEW = "research:view"
SUBJECT = "research:subject"
SPLIT = "research:split"
