-- Page ranges of PDF uploads tagged as evidence of a category, and the guard that refuses to change them.

create table page_tag_event (
    event_id text not null primary key,
    tag_id text not null,
    application_id text not null,
    sha256 text not null,
    first_page integer not null check (first_page >= 1),
    last_page integer not null,
    category_code text not null,
    is_removed boolean not null,
    person_id text not null,
    saved_at text not null,
    check (last_page >= first_page)
);

create index page_tag_of_application on page_tag_event (application_id);

create trigger page_tag_event_append_only before update or delete or truncate on page_tag_event
for each statement execute function refuse_change();
