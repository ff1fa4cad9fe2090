-- Private highlights and notes on pages: only their author reads them, and may really delete them.

create table page_mark (
    mark_id text not null primary key,
    person_id text not null,
    application_id text not null,
    sha256 text not null,
    page_number integer not null check (page_number >= 1),
    kind text not null,
    area text not null,
    content text not null,
    saved_at text not null
);

create index page_mark_of_page on page_mark (person_id, application_id, sha256);
