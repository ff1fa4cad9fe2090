"""Keys of the cohort step's choices."""

VIEW = "research:view"
MINIMUM = "research:minimum"
SUBJECT = "research:subject"
SPLIT = "research:split"
