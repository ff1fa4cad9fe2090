"""20,000 names without a code against a national catalogue of 500,000: python tests/benchmarks/matching_benchmark.py [PERCENT].

Reference in the same run: plain ``cdist`` of a slice of the names against the whole catalogue. Prints seconds, ratios and
how many planted truths were found; nothing is asserted.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

sys.path.insert(0, str(Path(__file__).parents[2]))

from pipelines.matching.courses import match_courses  # noqa: E402
from pipelines.matching.names import CourseName, SyllabusMatch, SyllabusName  # noqa: E402
from pipelines.synthesis.banks import load_rows  # noqa: E402

SCHOOLS, SYLLABI, NAMES, SLICE = 500, 500_000, 20_000, 200
AREAS = ("01", "02", "03", "04", "05", "06", "07", "08", "0B", "0D")
YEARS = (111, 112)
FIELDS = (
    "數位",
    "永續",
    "社區",
    "海洋",
    "生活",
    "跨域",
    "文化",
    "健康",
    "創意",
    "國際",
    "校園",
    "科學",
    "AI ",
    "在地",
)
TOPICS = (
    "影像",
    "議題",
    "故事",
    "設計",
    "數據",
    "工藝",
    "音樂",
    "飲食",
    "農業",
    "建築",
    "運動",
    "經濟",
    "法律",
    "媒體",
)
ENDINGS = ("探究", "專題", "與應用", "實作", "概論", "導讀", "思辨", "研究", "與社會", "工作坊")
LEVELS = ("", "", "", "(一)", "(二)", "Ⅰ", "Ⅱ")
TYPOS = "學計與習化程文電生活遊戲網微校思辨影像"


def make_names(rng: random.Random) -> list[str]:
    """Distinct course names: those of the bank and made-up ones, as schools name electives."""
    bank = [row["name"] for row in load_rows("school_courses.tsv")]
    made = {
        f"{rng.choice(FIELDS)}{rng.choice(TOPICS)}{rng.choice(ENDINGS)}{rng.choice(LEVELS)}"
        for _ in range(60_000)
    }
    return sorted({*bank, *made})


def make_catalogue(rng: random.Random, syllabi: int) -> list[SyllabusName]:
    """About a thousand syllabi a school, each name once a school, year and area."""
    names = make_names(rng)
    catalogue: list[SyllabusName] = []
    each = syllabi // SCHOOLS
    for school in range(SCHOOLS):
        chosen = rng.sample(names, min(each, len(names)))
        for number, name in enumerate(chosen):
            year, area = YEARS[number % len(YEARS)], AREAS[number // 2 % len(AREAS)]
            plan = f"{year}{school:06d}H11101{'ABC'[number % 3]}"
            code = f"{plan}511{area}{number % 1296 // 36:X}{number % 36:02d}"[:23]
            catalogue.append(SyllabusName(f"s{school}-{number}", code, name, str(year)))
    return catalogue


def vary(name: str, rng: random.Random) -> tuple[str, str]:
    """(kind, name as somebody else spells it)."""
    kind = rng.choice(("typo", "suffix", "width", "dropped", "spaced"))
    place = rng.randrange(1, len(name))
    if kind == "typo":
        body = max(1, len(name) - 4)
        at = rng.randrange(body)
        return kind, name[:at] + rng.choice([c for c in TYPOS if c != name[at]]) + name[at + 1 :]
    if kind == "suffix":
        return kind, name + rng.choice(("（多元選修）", "-校訂選修", "(跨班選修)"))
    if kind == "width":
        return kind, name.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)}).replace("Ⅰ", "I")
    if kind == "dropped":
        at = rng.randrange(max(1, len(name) - 4))
        return kind, name[:at] + name[at + 1 :]
    return kind, name[:place] + "\u3000" + name[place:]


def ask(
    catalogue: list[SyllabusName], rng: random.Random, names: int
) -> tuple[list[CourseName], list[tuple[str, str]]]:
    """Courses of another class group than their syllabus, so that no code and no plan is equal; kind and truth of each."""
    courses, truths = [], []
    for syllabus in rng.sample(catalogue, names):
        kind, subject = vary(syllabus.subject, rng)
        code = f"{syllabus.course_code[:15]}Z{syllabus.course_code[16:21]}ZZ"
        courses.append(CourseName(code, subject))
        truths.append((kind, syllabus.syllabus_id))
    return courses, truths


def report_hits(found: list[SyllabusMatch], courses: list[CourseName], truths: list[tuple[str, str]]) -> None:
    by_course = {(match.course_code, match.subject): match.syllabus_id for match in found}
    hits: dict[str, list[bool]] = {}
    for course, (kind, syllabus_id) in zip(courses, truths, strict=True):
        is_hit = by_course.get((course.course_code, course.subject)) == syllabus_id
        hits.setdefault(kind, []).append(is_hit)
        hits.setdefault("all", []).append(is_hit)
    print("hit@1 " + ", ".join(f"{kind} {sum(each) / len(each):.3f}" for kind, each in sorted(hits.items())))


def run_reference(
    catalogue: list[SyllabusName], courses: list[CourseName], truths: list[tuple[str, str]]
) -> float:
    """Every pair of a slice, as received; seconds a name."""
    names = [syllabus.subject for syllabus in catalogue]
    asked = courses[:SLICE]
    started = time.process_time()
    best = cdist([course.subject for course in asked], names, scorer=fuzz.ratio, dtype=np.uint8).argmax(
        axis=1
    )
    seconds = time.process_time() - started
    right = {syllabus_id for _, syllabus_id in truths[: len(asked)]}
    hits = sum(catalogue[place].syllabus_id in right for place in best.tolist())
    print(f"all pairs of {len(asked)}: {seconds:.2f} s, hit@1 {hits / len(asked):.3f}")
    return seconds / len(asked)


def main(percent: float) -> None:
    rng = random.Random(20260301)
    catalogue = make_catalogue(rng, int(SYLLABI * percent / 100))
    courses, truths = ask(catalogue, rng, int(NAMES * percent / 100))
    # As in a build, which makes no cycles.
    gc.disable()
    started = time.process_time()
    found = match_courses(courses, catalogue)
    seconds = time.process_time() - started
    print(
        f"{len(courses):,} names, {len(catalogue):,} syllabi: {seconds:.2f} s of processor, {len(found):,} matched"
    )
    report_hits(found, courses, truths)
    each = run_reference(catalogue, courses, truths)
    print(
        f"all pairs would take {each * len(courses):,.0f} s, {each * len(courses) / seconds:,.0f} times as long"
    )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 100)
