"""rule_count, coverage and evidence_digest of hand-made exports."""

from __future__ import annotations

from tests.pipelines.conftest import SampleBuild
from tests.pipelines.handmade import PDF, Exports, course, profile, semester

OTHER = "10000002"


def test_rule_count_is_the_problems_counted(sample_build: SampleBuild) -> None:
    sql = """
        select rule, severity, count(*), count(distinct relative_path), count(distinct application_id)
        from data_problem group by rule, severity order by rule
    """
    counted = sample_build.connection.execute(sql).fetchall()
    own = "select rule, severity, problems, files, applications from rule_count order by rule"
    assert sample_build.connection.execute(own).fetchall() == counted
    assert len(counted) > 20


def test_coverage_counts_applications_and_entries_and_keeps_zeros(exports: Exports) -> None:
    exports.courses(course(), course(科目名稱="物理"))
    exports.item("基本資料", profile(編號=OTHER), number=OTHER)
    sql = """
        select category_code, applications, applications_with, entries from coverage
        where category_code in ('profile', 'activity.competition') or category_code like 'course_group.%'
        order by category_code
    """
    rows = exports.query(sql)
    assert rows[0] == ("activity.competition", 2, 0, 0)
    assert rows[-1] == ("profile", 2, 2, 2)
    assert [row[1:] for row in rows[1:-1]] == [(2, 1, 2)]


def test_coverage_of_a_programme_without_applications_is_zero(exports: Exports) -> None:
    exports.programmes("個人申請,115,999,大學,999101,甲系", "個人申請,115,999,大學,999102,乙系")
    sql = "select distinct applications, applications_with, entries from coverage where programme_code = '999102'"
    assert exports.query(sql) == [(0, 0, 0)]


def test_digest_counts_the_entries_of_each_category(exports: Exports) -> None:
    exports.courses(course(), course(科目名稱="物理"), semesters=(semester(),))
    exports.item("學習歷程自述.pdf", PDF)
    sql = "select category_code, entries, length(digest) from evidence_digest order by category_code"
    assert exports.query(sql) == [
        ("course_record", 2, 32),
        ("document.personal_statement", 1, 32),
        ("profile", 1, 32),
        ("semester_standing", 3, 32),
    ]


def test_digest_covers_every_entry_of_the_sample(sample_build: SampleBuild) -> None:
    """Counted as the evidence tree counts, course groups together."""
    sql = """
        with counted as (
            select application_id, entries, case when category_code like 'course_group.%' then 'course_record'
                else category_code end as category_code
            from category_count
        )
        select application_id, category_code, cast(sum(entries) as integer) from counted group by all order by all
    """
    own = """
        select application_id, category_code, entries from evidence_digest
        where category_code <> 'semester_standing' order by all
    """
    assert sample_build.connection.execute(own).fetchall() == sample_build.connection.execute(sql).fetchall()
