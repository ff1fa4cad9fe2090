"""Official names of code values: course categories, learning areas, kinds and founders of schools.

A code without a name here is shown with the name in the data, or as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.ui.text.language import Language


@dataclass(frozen=True)
class CodeWords:
    """Names by code; ``founder_names`` by the word that stands in the name of a school."""

    categories: Mapping[str, str]
    learning_areas: Mapping[str, str]
    school_types: Mapping[str, str]
    founder_names: Mapping[str, str]
    founder_codes: Mapping[str, str]


ZH = CodeWords(
    categories={
        "1": "部定必修",
        "2": "校訂必修",
        "3": "加深加廣選修",
        "4": "補強性選修",
        "5": "多元選修",
        "6": "其他選修",
        "7": "校訂選修",
        "8": "團體活動時間",
        "9": "彈性學習時間",
        "A": "大學預修課程",
        "B": "基礎訓練",
        "C": "職前訓練",
        "D": "寒暑假課程",
        "E": "返校課程",
        "F": "職業技能訓練",
    },
    learning_areas={},
    school_types={
        "H": "普通型高中",
        "V": "技術型高中",
        "M": "綜合型高中",
        "S": "單科型高中",
        "C": "進修部",
        "E": "實用技能學程（日）",
        "F": "實用技能學程（夜）",
        "G": "建教合作班",
    },
    founder_names={
        "國立": "公立（國立）",
        "市立": "公立（市立）",
        "縣立": "公立（縣立）",
        "私立": "私立",
    },
    founder_codes={"0": "公立（國立）", "1": "私立", "3": "公立（市立）", "4": "公立（縣市立）"},
)
EN = CodeWords(
    categories={
        "1": "National required",
        "2": "School required",
        "3": "Elective: in depth and breadth",
        "4": "Elective: remedial",
        "5": "Elective: diverse",
        "6": "Elective: other",
        "7": "School elective",
        "8": "Group activities",
        "9": "Flexible learning time",
        "A": "University preparatory",
        "B": "Basic training",
        "C": "Pre-employment training",
        "D": "Summer and winter courses",
        "E": "Return-to-school courses",
        "F": "Vocational skills training",
    },
    learning_areas={
        "00": "No learning area",
        "01": "Languages",
        "02": "Mathematics",
        "03": "Social Studies",
        "04": "Natural Sciences",
        "05": "Arts",
        "06": "Integrative Activities",
        "07": "Technology",
        "08": "Health and Physical Education",
        "09": "All-out Defense Education",
        "0A": "Cross-area projects",
        "0B": "Hands-on and exploration",
        "0C": "Career exploration",
        "0D": "Inquiry projects",
        "0E": "Interdisciplinary",
        "0F": "General education",
        "0G": "University preparatory",
        "0H": "Second foreign languages",
        "0I": "Native languages",
        "0J": "Integrative Activities and Technology",
    },
    school_types={
        "H": "General senior high",
        "V": "Skills-based senior high",
        "M": "Comprehensive senior high",
        "S": "Specialised senior high",
        "C": "Continuing education",
        "E": "Practical skills (day)",
        "F": "Practical skills (evening)",
        "G": "Cooperative education",
    },
    founder_names={
        "國立": "public (national)",
        "市立": "public (municipal)",
        "縣立": "public (county)",
        "私立": "private",
    },
    founder_codes={
        "0": "public (national)",
        "1": "private",
        "3": "public (municipal)",
        "4": "public (county or city)",
    },
)

RECEIVED_CATEGORIES: Mapping[str, str] = {
    "部定必修": "1",
    "校訂必修": "2",
    "選修-加深加廣選修": "3",
    "選修-補強性選修": "4",
    "選修-多元選修": "5",
    "選修-其他": "6",
    "校訂選修": "7",
    "團體活動時間": "8",
    "彈性學習時間": "9",
}
"""課程類別 as schools write it beside the code: what a course with a broken code is told by."""

WORDS: Mapping[Language, CodeWords] = {Language.ZH: ZH, Language.EN: EN}
