"""The boxes a syllabus form offers, as the curriculum platform prints them: data of the field, in Chinese only."""

from __future__ import annotations

from collections.abc import Mapping

TEACHER_SOURCES = ("校內單科", "校內跨科協同", "跨校協同", "外聘(大學)", "外聘(其他)")
REQUIREMENTS = ("必修", "選修")
LEARNING_AREAS = (
    "語文",
    "數學",
    "社會",
    "自然科學",
    "藝術",
    "綜合活動",
    "科技",
    "健康與體育",
    "全民國防教育",
)
INTERDISCIPLINARY = ("非跨領域", "統整型", "探究型", "實作型課程")
SUBJECT_SOURCES = ("群科中心學校公告—課綱小組發展建議科目", "學校自行規劃科目")
COMPETENCIES: Mapping[str, str] = {
    "A1": "身心素質與自我精進",
    "A2": "系統思考與問題解決",
    "A3": "規劃執行與創新應變",
    "B1": "符號運用與溝通表達",
    "B2": "科技資訊與媒體素養",
    "B3": "藝術涵養與美感素養",
    "C1": "道德實踐與公民意識",
    "C2": "人際關係與團隊合作",
    "C3": "多元文化與國際理解",
}
