create table database.mark (
    name text primary key,
    set_at timestamptz not null default now()
);
comment on table database.mark is '装置标记：demo 表示含有演示用户和演示数据';
