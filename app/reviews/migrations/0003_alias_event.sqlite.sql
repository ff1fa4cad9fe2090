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

create trigger alias_event_no_update before update on alias_event
begin
    select raise(abort, 'alias_event is append-only');
end;

create trigger alias_event_no_delete before delete on alias_event
begin
    select raise(abort, 'alias_event is append-only');
end;
