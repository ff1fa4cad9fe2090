-- The tables that SQLite and PostgreSQL share. Times are UTC text of one fixed form, so text order is time order.
-- A statement ends with a semicolon before an empty line.

create table person (
    person_id text not null primary key,
    sign_in_name text not null,
    sign_in_key text not null unique,
    display_name text not null,
    role text not null,
    programme_codes text not null,
    is_active boolean not null,
    password_hash text not null
);

create table sign_in_session (
    token_hash text not null primary key,
    person_id text not null references person (person_id),
    expires_at text not null
);

create index sign_in_session_person on sign_in_session (person_id);

create table plan (
    plan_id text not null primary key,
    programme_code text not null unique
);

create table plan_draft (
    plan_id text not null references plan (plan_id),
    row_revision integer not null check (row_revision >= 1),
    content text not null,
    saved_at text not null,
    saved_by text not null,
    primary key (plan_id, row_revision)
);

create table plan_locked (
    plan_id text not null references plan (plan_id),
    revision integer not null check (revision >= 1),
    row_revision integer not null,
    content text not null,
    saved_at text not null,
    saved_by text not null,
    primary key (plan_id, revision),
    unique (plan_id, row_revision),
    foreign key (plan_id, row_revision) references plan_draft (plan_id, row_revision)
);

create table assignment (
    plan_id text not null references plan (plan_id),
    application_id text not null,
    reviewer_id text not null,
    recused boolean not null,
    recusal_reason text not null,
    primary key (plan_id, application_id, reviewer_id)
);

create table review_event (
    event_id text not null primary key,
    plan_id text not null references plan (plan_id),
    plan_revision integer not null,
    application_id text not null,
    reviewer_id text not null,
    revision integer not null check (revision >= 1),
    payload text not null,
    saved_at text not null,
    unique (plan_id, application_id, reviewer_id, revision)
);

create table item_choice (
    programme_code text not null primary key,
    allowed_items text not null,
    chosen_items text not null,
    published boolean not null,
    row_revision integer not null check (row_revision >= 1)
);

create table setting (
    name text not null primary key,
    value text not null
);
