create table file.stored (
    id bigint generated always as identity primary key,
    sha256 char(64) not null,
    name text not null,
    media_type text not null,
    size bigint not null check (size >= 0),
    created_by text not null,
    created_at timestamptz not null
);

create index stored_sha256 on file.stored (sha256);
