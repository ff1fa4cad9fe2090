-- Where each person stopped in each document of an application, so that it opens there again; no judgement.

create table document_page (
    person_id text not null,
    application_id text not null,
    sha256 text not null,
    page_number integer not null check (page_number >= 1),
    saved_at text not null,
    primary key (person_id, application_id, sha256)
);

create index document_page_of_person on document_page (person_id, saved_at);
