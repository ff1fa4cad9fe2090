"""The commands of the pipeline: what they take, what they do, how they show that they are at work."""
