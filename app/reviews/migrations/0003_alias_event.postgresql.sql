-- What the office said of courses and syllabi, and the guard that refuses to change it.

create table alias_event (
    course_code text not null,
    subject text not null,
    revision integer not null check (revision >= 1),
    syllabus_course_code text not null,
    syllabus_subject text not null,
    verdict text not null,
    person_id text not null,
    saved_at text not null,
    primary key (course_code, subject, revision)
);

create trigger alias_event_append_only before update or delete or truncate on alias_event
for each statement execute function refuse_change();
