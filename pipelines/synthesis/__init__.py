"""The seeded generator of synthetic exports, with a list of every defect it planted."""

from pipelines.synthesis.defect import Defect, PlantedDefect, PlantedDefects, load_planted, save_planted
from pipelines.synthesis.deliveries import Change, LaterFile, deliver_later, zip_delivery
from pipelines.synthesis.rosters.planting import RosterDefect
from pipelines.synthesis.rosters.sample import write_roster_sample
from pipelines.synthesis.sample import write_sample
from pipelines.synthesis.workbooks.planting import PlantedInWorkbook, WorkbookDefect
from pipelines.synthesis.workbooks.sample import write_workbook_sample

__all__ = [
    "Change",
    "Defect",
    "LaterFile",
    "PlantedDefect",
    "PlantedDefects",
    "PlantedInWorkbook",
    "RosterDefect",
    "WorkbookDefect",
    "deliver_later",
    "load_planted",
    "save_planted",
    "write_roster_sample",
    "write_sample",
    "write_workbook_sample",
    "zip_delivery",
]
