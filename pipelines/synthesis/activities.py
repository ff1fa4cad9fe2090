"""Builds 多元表現 in the hand-over shape: eleven lists, four to ten entries in all."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from pipelines.synthesis.attachments import Attachments
from pipelines.synthesis.course_records import Document
from pipelines.synthesis.dates import random_day, roc_compact, semester_day
from pipelines.synthesis.story import Interest, Story

SCHOOL_CADRE = "校方建立幹部經歷紀錄"
CADRE = "幹部經歷暨事蹟紀錄"
COMPETITION = "競賽參與紀錄"
LICENCE = "檢定證照紀錄"
SERVICE = "服務學習紀錄"
FLEXIBLE = "彈性學習時間紀錄"
GROUP = "團體活動時間紀錄"
WORKPLACE = "職場學習紀錄"
WORK = "作品成果紀錄"
ADVANCED = "大學及技專校院先修課程紀錄"
OTHER = "其他多元表現紀錄"
LISTS = (
    SCHOOL_CADRE,
    CADRE,
    COMPETITION,
    LICENCE,
    SERVICE,
    FLEXIBLE,
    GROUP,
    WORKPLACE,
    WORK,
    ADVANCED,
    OTHER,
)
_AWARDS = ("第一名", "第二名", "第三名", "佳作", "入選", "優等", "甲等", "參賽證明")
_POSTS = (
    ("班長", "2"),
    ("學藝股長", "2"),
    ("總務股長", "2"),
    ("圖書館小組長", "1"),
    ("司儀", "1"),
    ("環保股長", "2"),
)
_CLUB_POSTS = ("社長", "副社長", "教學幹部", "公關", "文書", "器材長")
_WORKPLACES = (
    ("示範軟體工作室", "工讀實習生"),
    ("巷口書店", "門市助理"),
    ("晨光印刷行", "見習生"),
    ("海邊民宿", "櫃檯助理"),
    ("會計師事務所(虛構)", "見習生"),
    ("社區電臺", "節目助理"),
)
_ADVANCED = (
    ("大學預修計畫", "示範大學", "計算機概論"),
    ("大學預修計畫", "示範大學", "文學概論"),
    ("技專校院預修專班", "示範科技大學", "管理學導論"),
    ("暑期先修課程", "示範大學", "微積分先修"),
)

Maker: TypeAlias = Callable[[Story, Interest, Attachments], Document]


def _hours(story: Story, values: Sequence[int]) -> str | float:
    """Mostly text with three decimals, sometimes a number."""
    value = story.rng.choice(values)
    return f"{value:.3f}" if story.rng.random() < 0.75 else value + story.rng.choice((0, 0.5))


class _Entry:
    """What the lists have in common: a period, a summary and the three kinds of link."""

    @staticmethod
    def period(story: Story, longest: int) -> dict[str, str]:
        start = random_day(story.rng)
        end: date = start + timedelta(days=story.rng.randint(0, longest))
        return {"開始日期": roc_compact(start), "結束日期": roc_compact(min(end, date(2026, 3, 31)))}

    @staticmethod
    def evidence(
        story: Story, interest: Interest, attachments: Attachments, *, kind: str, title: str
    ) -> Document:
        summary, label = story.summary(interest, kind=kind, about=title), title.replace("/", "")[:10]
        label = "".join(character for character in label if character.isalnum())
        has_document, has_recording = story.rng.random() < 0.75, story.rng.random() < 0.08
        paragraphs = [summary, f"{story.did(interest)}。{story.learned(interest)}。"]
        return {
            "內容簡述": summary,
            "證明文件連結": attachments.add_document(label, title, paragraphs=paragraphs)
            if has_document
            else None,
            "影音檔案連結": attachments.add_recording(label) if has_recording else None,
            "外部影音連結": "https://video.example/watch?v=sample" if story.rng.random() < 0.04 else None,
        }


def _school_cadre(story: Story, _interest: Interest, _attachments: Attachments) -> Document:
    post, level = story.rng.choice(_POSTS)
    year, semester = story.person.entry_year + story.rng.randrange(2), story.rng.choice((1, 2))
    start = semester_day(year, semester, story.rng)
    end = roc_compact(start + timedelta(days=120))
    unit = story.person.school.name
    return {
        "單位名稱": unit,
        "開始日期": roc_compact(start),
        "結束日期": end,
        "擔任職務名稱": post,
        "幹部等級": level,
    }


def _cadre(story: Story, interest: Interest, attachments: Attachments) -> Document:
    club, post = interest.clubs[0], story.rng.choice(_CLUB_POSTS)
    evidence = _Entry.evidence(story, interest, attachments, kind="cadre", title=f"{club}{post}")
    return {"單位名稱": club, **_Entry.period(story, 300), "擔任職務名稱": post, "幹部等級": "3", **evidence}


def _competition(story: Story, interest: Interest, attachments: Attachments) -> Document:
    name, item, level = story.rng.choice(interest.competitions)
    return {
        "競賽名稱": name,
        "競賽獎項": story.rng.choice(_AWARDS),
        "結果公布日期": roc_compact(random_day(story.rng)),
        "項目": item,
        "競賽等級": level,
        **_Entry.evidence(story, interest, attachments, kind="competition", title=name),
    }


def _licence(story: Story, interest: Interest, attachments: Attachments) -> Document:
    region, kind, name, level = story.rng.choice(interest.licences)
    scored = story.rng.random() < 0.5
    return {
        "證照資訊": {"證照區域": region, "證照類別": kind, "證照名稱": name, "級數分數": level},
        "取得證照日期": roc_compact(random_day(story.rng)),
        "分數": str(story.rng.randint(60, 98)) if scored else None,
        "分項結果": None,
        **_Entry.evidence(story, interest, attachments, kind="licence", title=name),
    }


def _service(story: Story, interest: Interest, attachments: Attachments) -> Document:
    name, unit = story.rng.choice(interest.services)
    return {
        "服務名稱": name,
        "服務單位名稱": unit,
        **_Entry.period(story, 180),
        "服務學習時數": _hours(story, (2, 3, 4, 6, 8, 12, 16, 20, 36, 48)),
        **_Entry.evidence(story, interest, attachments, kind="service", title=name),
    }


def _flexible(story: Story, interest: Interest, attachments: Attachments) -> Document:
    topic = story.rng.choice(interest.self_study)
    return {
        "學年度": str(story.person.entry_year + story.rng.randrange(3)),
        "學期": "1",
        "彈性學習時間類別代碼": story.rng.choice("111135"),
        "內容_開設名稱": f"自主學習：{topic}",
        "開設單位": story.person.school.name,
        "每週節數": str(story.rng.choice((1, 2, 3))),
        "開設週數": str(story.rng.choice((6, 9, 18))),
        **_Entry.evidence(story, interest, attachments, kind="flexible", title=topic),
    }


def _group(story: Story, interest: Interest, attachments: Attachments) -> Document:
    return {
        "學年度": str(story.person.entry_year + story.rng.randrange(2)),
        "學期": story.rng.choice("12"),
        "團體活動時間類別代碼": "2",
        "辦理單位": story.person.school.name,
        "團體活動內容名稱": interest.clubs[0],
        "節數或時數": str(story.rng.choice((18, 24, 36))),
        **_Entry.evidence(story, interest, attachments, kind="club", title=interest.clubs[0]),
    }


def _workplace(story: Story, interest: Interest, attachments: Attachments) -> Document:
    place, post = story.rng.choice(_WORKPLACES)
    return {
        "職場學習類別代碼": story.rng.choice("123"),
        "職場學習單位": place,
        "職稱": post,
        **_Entry.period(story, 60),
        "時數": _hours(story, range(8, 121)),
        **_Entry.evidence(story, interest, attachments, kind="workplace", title=place),
    }


def _work(story: Story, interest: Interest, attachments: Attachments) -> Document:
    name = story.rng.choice(interest.works)
    evidence = _Entry.evidence(story, interest, attachments, kind="work", title=name)
    return {
        "名稱": name,
        "作品日期": roc_compact(random_day(story.rng)),
        "內容簡述": evidence["內容簡述"],
        "作品成果連結": evidence["證明文件連結"],
        "影音檔案連結": evidence["影音檔案連結"],
    }


def _advanced(story: Story, interest: Interest, attachments: Attachments) -> Document:
    plan, unit, course = story.rng.choice(_ADVANCED)
    return {
        "計畫專案": plan,
        "開設單位": unit,
        "課程名稱": course,
        **_Entry.period(story, 60),
        "學分數": str(story.rng.choice((1, 2, 3))),
        "總時數": _hours(story, (18, 36, 54)),
        **_Entry.evidence(story, interest, attachments, kind="advanced", title=course),
    }


def _other(story: Story, interest: Interest, attachments: Attachments) -> Document:
    name, organiser = story.rng.choice(interest.others)
    return {
        "名稱": name,
        "主辦單位": organiser,
        **_Entry.period(story, 7),
        "時數": _hours(story, range(3, 31)),
        **_Entry.evidence(story, interest, attachments, kind="other", title=name),
    }


_MAKERS: dict[str, Maker] = {
    SCHOOL_CADRE: _school_cadre,
    CADRE: _cadre,
    COMPETITION: _competition,
    LICENCE: _licence,
    SERVICE: _service,
    FLEXIBLE: _flexible,
    GROUP: _group,
    WORKPLACE: _workplace,
    WORK: _work,
    ADVANCED: _advanced,
    OTHER: _other,
}
_WEIGHTS = (10, 7, 14, 10, 12, 14, 8, 4, 9, 3, 9)


def make_entry(name: str, story: Story, attachments: Attachments) -> Document:
    """One more entry of the list ``name``, mostly about the person's first interest."""
    interest = story.main if story.rng.random() < 0.7 else story.side
    return _MAKERS[name](story, interest, attachments)


def build_activities(story: Story, attachments: Attachments) -> dict[str, list[Document]]:
    lists: dict[str, list[Document]] = {name: [] for name in LISTS}
    for name in story.rng.choices(LISTS, weights=_WEIGHTS, k=story.rng.randint(4, 10)):
        entry = make_entry(name, story, attachments)
        if all(_identity(entry) != _identity(other) for other in lists[name]):
            lists[name].append(entry)
    while sum(map(len, lists.values())) < 4:
        lists[FLEXIBLE].append(make_entry(FLEXIBLE, story, attachments))
    return lists


def _identity(entry: Document) -> tuple[str, ...]:
    """What would make two entries look like the same event written twice."""
    return tuple(
        str(value) for key, value in entry.items() if key.endswith("名稱") or key in ("名稱", "證照資訊")
    )
