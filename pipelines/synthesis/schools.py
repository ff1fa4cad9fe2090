"""The fictional high schools: how large they are, how they grade, and which plans of study they teach."""

from dataclasses import dataclass
from functools import cache

from pipelines.synthesis.banks import load_rows
from pipelines.synthesis.reference_lists import code_names


@dataclass(frozen=True)
class Plan:
    """One department's plan of study; ``curriculum`` names the rows of the curriculum bank it follows."""

    curriculum: str
    program_group: str
    department: str

    @property
    def group_name(self) -> str:
        return code_names("program_group")[self.program_group]

    @property
    def department_name(self) -> str:
        return code_names("department")[self.department]


@dataclass(frozen=True)
class School:
    code: str
    name: str
    county: str
    school_type: str
    enrolment: int
    mean: float
    sd: float
    decimals: int
    plans: tuple[Plan, ...]

    @property
    def division(self) -> str:
        return "進修部" if self.school_type == "C" else "日間部"

    @property
    def class_kind(self) -> str:
        return "進修部(核定班)" if self.school_type == "C" else "日間部(一般班)"


def _plan(text: str) -> Plan:
    curriculum, group, department = text.split(":")
    return Plan(curriculum, group, department)


def _school(row: dict[str, str]) -> School:
    return School(
        code=row["code"],
        name=row["name"],
        county=row["county"],
        school_type=row["school_type"],
        enrolment=int(row["enrolment"]),
        mean=float(row["mean"]),
        sd=float(row["sd"]),
        decimals=int(row["decimals"]),
        plans=tuple(_plan(text) for text in row["plans"].split("|")),
    )


@cache
def all_schools() -> tuple[School, ...]:
    return tuple(_school(row) for row in load_rows("schools.csv"))
