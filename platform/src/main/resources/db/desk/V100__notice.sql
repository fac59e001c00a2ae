-- What the bureau tells everybody who signs in. Withdrawn, never deleted.
create table desk.notice (
    id bigint generated always as identity primary key,
    title text not null check (title <> ''),
    body text not null,
    until date,
    published_by text not null,
    published_at timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz
);
comment on table desk.notice is '通知公告';
comment on column desk.notice.until is '最后显示日；空为一直显示';
