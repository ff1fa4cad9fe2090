"""The tables of the store as the statements see them; the migrations make them."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa

METADATA = sa.MetaData()


class UtcTime(sa.TypeDecorator[datetime]):
    """An aware time, kept as UTC text with six decimals, so both databases order and return it alike."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> str | None:  # noqa: ARG002
        if value is None:
            return None
        if value.utcoffset() is None:
            raise ValueError("a time without a zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else datetime.fromisoformat(value)


PERSON = sa.Table(
    "person",
    METADATA,
    sa.Column("person_id", sa.Text, primary_key=True),
    sa.Column("sign_in_name", sa.Text),
    sa.Column("sign_in_key", sa.Text),
    sa.Column("display_name", sa.Text),
    sa.Column("role", sa.Text),
    sa.Column("programme_codes", sa.Text),
    sa.Column("is_active", sa.Boolean),
    sa.Column("password_hash", sa.Text),
)
SIGN_IN_SESSION = sa.Table(
    "sign_in_session",
    METADATA,
    sa.Column("token_hash", sa.Text, primary_key=True),
    sa.Column("person_id", sa.Text),
    sa.Column("expires_at", UtcTime),
)
PLAN = sa.Table(
    "plan",
    METADATA,
    sa.Column("plan_id", sa.Text, primary_key=True),
    sa.Column("programme_code", sa.Text),
)
PLAN_DRAFT = sa.Table(
    "plan_draft",
    METADATA,
    sa.Column("plan_id", sa.Text, primary_key=True),
    sa.Column("row_revision", sa.Integer, primary_key=True),
    sa.Column("content", sa.Text),
    sa.Column("saved_at", UtcTime),
    sa.Column("saved_by", sa.Text),
)
PLAN_LOCKED = sa.Table(
    "plan_locked",
    METADATA,
    sa.Column("plan_id", sa.Text, primary_key=True),
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("row_revision", sa.Integer),
    sa.Column("content", sa.Text),
    sa.Column("saved_at", UtcTime),
    sa.Column("saved_by", sa.Text),
)
ASSIGNMENT = sa.Table(
    "assignment",
    METADATA,
    sa.Column("plan_id", sa.Text, primary_key=True),
    sa.Column("application_id", sa.Text, primary_key=True),
    sa.Column("reviewer_id", sa.Text, primary_key=True),
    sa.Column("recused", sa.Boolean),
    sa.Column("recusal_reason", sa.Text),
)
REVIEW_EVENT = sa.Table(
    "review_event",
    METADATA,
    sa.Column("event_id", sa.Text, primary_key=True),
    sa.Column("plan_id", sa.Text),
    sa.Column("plan_revision", sa.Integer),
    sa.Column("application_id", sa.Text),
    sa.Column("reviewer_id", sa.Text),
    sa.Column("revision", sa.Integer),
    sa.Column("payload", sa.Text),
    sa.Column("saved_at", UtcTime),
)
ITEM_CHOICE = sa.Table(
    "item_choice",
    METADATA,
    sa.Column("programme_code", sa.Text, primary_key=True),
    sa.Column("allowed_items", sa.Text),
    sa.Column("chosen_items", sa.Text),
    sa.Column("published", sa.Boolean),
    sa.Column("row_revision", sa.Integer),
)
ALIAS_EVENT = sa.Table(
    "alias_event",
    METADATA,
    sa.Column("course_code", sa.Text, primary_key=True),
    sa.Column("subject", sa.Text, primary_key=True),
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("syllabus_course_code", sa.Text),
    sa.Column("syllabus_subject", sa.Text),
    sa.Column("verdict", sa.Text),
    sa.Column("person_id", sa.Text),
    sa.Column("saved_at", UtcTime),
)
READING_PLACE = sa.Table(
    "reading_place",
    METADATA,
    sa.Column("person_id", sa.Text, primary_key=True),
    sa.Column("plan_id", sa.Text, primary_key=True),
    sa.Column("application_id", sa.Text),
    sa.Column("category_code", sa.Text),
    sa.Column("sort_order", sa.Text),
    sa.Column("saved_at", UtcTime),
    sa.Column("view_code", sa.Text),
    sa.Column("filter_text", sa.Text),
)
APPLICATION_SEEN = sa.Table(
    "application_seen",
    METADATA,
    sa.Column("person_id", sa.Text, primary_key=True),
    sa.Column("plan_id", sa.Text, primary_key=True),
    sa.Column("application_id", sa.Text, primary_key=True),
    sa.Column("snapshot_id", sa.Text),
    sa.Column("seen_at", UtcTime),
)
DOCUMENT_PAGE = sa.Table(
    "document_page",
    METADATA,
    sa.Column("person_id", sa.Text, primary_key=True),
    sa.Column("application_id", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("page_number", sa.Integer),
    sa.Column("saved_at", UtcTime),
)
PAGE_MARK = sa.Table(
    "page_mark",
    METADATA,
    sa.Column("mark_id", sa.Text, primary_key=True),
    sa.Column("person_id", sa.Text),
    sa.Column("application_id", sa.Text),
    sa.Column("sha256", sa.Text),
    sa.Column("page_number", sa.Integer),
    sa.Column("kind", sa.Text),
    sa.Column("area", sa.Text),
    sa.Column("content", sa.Text),
    sa.Column("saved_at", UtcTime),
)
PAGE_TAG_EVENT = sa.Table(
    "page_tag_event",
    METADATA,
    sa.Column("event_id", sa.Text, primary_key=True),
    sa.Column("tag_id", sa.Text),
    sa.Column("application_id", sa.Text),
    sa.Column("sha256", sa.Text),
    sa.Column("first_page", sa.Integer),
    sa.Column("last_page", sa.Integer),
    sa.Column("category_code", sa.Text),
    sa.Column("is_removed", sa.Boolean),
    sa.Column("person_id", sa.Text),
    sa.Column("saved_at", UtcTime),
)
PHRASE = sa.Table(
    "phrase",
    METADATA,
    sa.Column("person_id", sa.Text, primary_key=True),
    sa.Column("phrase_id", sa.Text, primary_key=True),
    sa.Column("content", sa.Text),
    sa.Column("place", sa.Integer),
    sa.Column("saved_at", UtcTime),
)
ROUND_EVENT = sa.Table(
    "round_event",
    METADATA,
    sa.Column("event_id", sa.Text, primary_key=True),
    sa.Column("plan_id", sa.Text),
    sa.Column("kind", sa.Text),
    sa.Column("subject", sa.Text),
    sa.Column("revision", sa.Integer),
    sa.Column("content", sa.Text),
    sa.Column("person_id", sa.Text),
    sa.Column("saved_at", UtcTime),
)
SETTING = sa.Table(
    "setting",
    METADATA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text),
)
AUDIT_EVENT = sa.Table(
    "audit_event",
    METADATA,
    sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
    sa.Column("occurred_at", UtcTime),
    sa.Column("person_id", sa.Text),
    sa.Column("action", sa.Text),
    sa.Column("object_key", sa.Text),
    sa.Column("detail", sa.Text),
)
SCHEMA_MIGRATION = sa.Table(
    "schema_migration",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text),
    sa.Column("sha256", sa.Text),
    sa.Column("applied_at", UtcTime),
)
