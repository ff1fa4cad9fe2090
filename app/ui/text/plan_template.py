"""The plan a programme may start from: three dimensions with a rubric of five levels."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PlanTemplate:
    """Names of the levels, best first; a title; each dimension with name, description and level texts."""

    level_names: tuple[str, ...]
    template_title: str
    template: tuple[tuple[str, str, tuple[str, ...]], ...]


ZH = PlanTemplate(
    level_names=("傑出", "優", "佳", "可", "不佳"),
    template_title="{programme} {year} 學年度書面審查",
    template=(
        (
            "自我學習能力與成果表現",
            "修課歷程、學業表現與課程學習成果所呈現的學習深度、主動性與成長。",
            (
                "修課具挑戰性且前後連貫，相關領域表現名列前茅；學習成果有完整探究過程、具體證據與深入反思。",
                "修課與志趣相符，相關領域表現優良；學習成果過程完整，反思具體。",
                "修課大致符合志趣，表現中上；學習成果完成度良好，反思尚具體。",
                "修課偏向基本要求，表現平穩；學習成果以整理為主，反思有限。",
                "修課方向不明或表現落後；缺少學習成果，或看不出個人投入。",
            ),
        ),
        (
            "人際互動與領導統御能力",
            "社團、幹部、服務學習與團隊合作中所呈現的溝通、責任與影響力。",
            (
                "長期投入並帶領團隊完成重要任務，能說明困難、分工與具體影響。",
                "擔任幹部或主要成員，責任明確，能說明自己的貢獻與學習。",
                "穩定參與團體或服務活動，能說明自己的角色。",
                "有參與紀錄，但角色與投入說明有限。",
                "缺少參與紀錄，或無法看出個人投入。",
            ),
        ),
        (
            "追求卓越與成就之能力",
            "競賽、檢定、作品與自主學習中所呈現的企圖心、毅力與成就。",
            (
                "在相關領域有突出成就，或完成高難度自主計畫，能說明突破的過程。",
                "有良好成就或完整的自主學習成果，目標明確並持續精進。",
                "有參與競賽、檢定或自主學習，過程與收穫說明清楚。",
                "有嘗試但成果有限，後續精進的說明不足。",
                "缺少具體嘗試，或內容與個人投入無關。",
            ),
        ),
    ),
)

EN = PlanTemplate(
    level_names=("Outstanding", "Excellent", "Good", "Fair", "Weak"),
    template_title="{programme} {year} portfolio review",
    template=(
        (
            "Independent learning and achievement",
            "Depth, initiative and growth shown in courses, grades and course outcomes.",
            (
                "Demanding, coherent courses with top results; outcomes show a full inquiry, evidence and deep reflection.",
                "Courses fit the interest with strong results; outcomes are complete with concrete reflection.",
                "Courses mostly fit the interest; good results and outcomes.",
                "Mostly required courses with steady results; limited reflection.",
                "Direction unclear or results low; outcomes missing or without own effort.",
            ),
        ),
        (
            "Working with and leading others",
            "Communication, responsibility and influence in clubs, offices, service and teams.",
            (
                "Long commitment; led a team through important tasks and shows the effect.",
                "Held an office or main role with clear responsibility and learning.",
                "Steady part in groups or service; explains the own role.",
                "Some participation; role and effort hardly explained.",
                "No participation visible.",
            ),
        ),
        (
            "Striving for excellence",
            "Ambition, persistence and achievement in competitions, certificates, works and independent study.",
            (
                "Outstanding achievement or a demanding independent project, with the way there explained.",
                "Good achievement or a complete independent project with clear aims.",
                "Took part in competitions, certificates or independent study; explains what was gained.",
                "Some attempts with limited results.",
                "No concrete attempt visible.",
            ),
        ),
    ),
)
