-- Files that institutions upload and fetch; contents are in module file.

create table gateway.file (
    id bigint generated always as identity primary key,
    number text not null unique check (number <> ''),
    institution text not null,
    made_for text not null default '',
    name text not null,
    rows bigint not null default 0,
    stored bigint not null,
    ends_at timestamp not null,
    created_at timestamptz not null default now()
);
comment on table gateway.file is '接口文件：机构上传的（9101）和供机构下载的（9102）';
comment on column gateway.file.institution is '谁可以取；空为所有机构';
comment on column gateway.file.made_for is '由什么生成：同一说明内容相同，只生成一次';
create index file_made_for on gateway.file (made_for) where made_for <> '';
create index file_ends on gateway.file (ends_at) where made_for <> '';
