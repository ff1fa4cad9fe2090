-- The log, and guards that refuse to change what was once written.

create table audit_event (
    event_id integer not null primary key autoincrement,
    occurred_at text not null,
    person_id text,
    action text not null,
    object_key text not null,
    detail text not null
);

create trigger review_event_no_update before update on review_event
begin
    select raise(abort, 'review_event is append-only');
end;

create trigger review_event_no_delete before delete on review_event
begin
    select raise(abort, 'review_event is append-only');
end;

create trigger plan_draft_no_update before update on plan_draft
begin
    select raise(abort, 'plan_draft is append-only');
end;

create trigger plan_draft_no_delete before delete on plan_draft
begin
    select raise(abort, 'plan_draft is append-only');
end;

create trigger plan_locked_no_update before update on plan_locked
begin
    select raise(abort, 'plan_locked is append-only');
end;

create trigger plan_locked_no_delete before delete on plan_locked
begin
    select raise(abort, 'plan_locked is append-only');
end;

create trigger audit_event_no_update before update on audit_event
begin
    select raise(abort, 'audit_event is append-only');
end;

create trigger audit_event_no_delete before delete on audit_event
begin
    select raise(abort, 'audit_event is append-only');
end;
