"""Values as schools and organisers write them, where a rule has to read them: levels, grades of licences, awards."""

from __future__ import annotations

COMPETITION_LEVELS = ("國際", "全國", "縣市級", "校級")
"""The widest first."""
SCHOOL_WIDE = "校級"
TECHNICIAN = "技術士"
LICENCE_GRADES = ("甲級", "乙級", "丙級", "單一級")
"""Grades of a technician's licence, the highest first."""

AWARDS: tuple[tuple[str, ...], ...] = (
    ("第一名", "第1名", "冠軍", "金牌", "金獎", "金質獎", "首獎", "特優", "一等獎"),
    ("第二名", "第2名", "亞軍", "銀牌", "銀獎", "銀質獎", "優等", "二等獎"),
    ("第三名", "第3名", "季軍", "銅牌", "銅獎", "銅質獎", "甲等", "三等獎"),
    ("第四名", "第4名", "殿軍", "第五名", "第5名", "第六名", "第6名", "佳作", "優選", "優勝", "乙等"),
    ("入選", "入圍", "晉級", "決賽"),
    ("參賽", "參加", "完賽"),
)
"""Words of one line stand for the same place; a jury's 特優, 優等, 甲等 are read as first, second, third."""
