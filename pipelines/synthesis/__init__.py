"""The seeded generator of synthetic exports, with a list of every defect it planted."""

from pipelines.synthesis.defect import Defect, PlantedDefect, PlantedDefects, load_planted, save_planted
from pipelines.synthesis.sample import write_sample

__all__ = ["Defect", "PlantedDefect", "PlantedDefects", "load_planted", "save_planted", "write_sample"]
