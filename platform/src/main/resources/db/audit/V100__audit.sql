-- What people did. Entries are only ever added. A sealer links them with SM3 in an order fixed when they are sealed.

create table audit.entry (
    id bigint generated always as identity primary key,
    happened_at timestamptz not null default clock_timestamp(),
    user_id bigint not null,
    user_name text not null,
    display_name text not null,
    unit_id bigint not null,
    unit_name text not null,
    action text not null,
    object_type text not null,
    object_id text not null,
    outcome text not null check (outcome in ('done', 'refused')),
    summary text not null,
    before jsonb,
    after jsonb,
    client text not null,
    trace text not null
);
comment on table audit.entry is '审计日志';
comment on column audit.entry.outcome is 'done 已办 refused 被拒绝';
create index entry_time on audit.entry (happened_at desc, id desc);
create index entry_user on audit.entry (user_name, id desc);
create index entry_action on audit.entry (action, id desc);
create index entry_object on audit.entry (object_type, object_id, id desc);

create table audit.link (
    position bigint primary key check (position > 0),
    entry_id bigint not null unique references audit.entry,
    hash bytea not null check (length(hash) = 32),
    sealed_at timestamptz not null default clock_timestamp()
);
comment on table audit.link is '哈希链：第 position 环 = SM3(上一环 ‖ 序号 ‖ 该条记录的全部内容)';

create table audit.unsealed (
    entry_id bigint primary key
);
comment on table audit.unsealed is '已提交、待封入哈希链的记录；每秒封一次。记录之间互不等待：只有能看见的（已提交的）才封，先后以封的次序为准';

create function audit.queue_for_sealing() returns trigger language plpgsql as $$
begin
    insert into audit.unsealed (entry_id) values (new.id);
    return null;
end $$;

create trigger entry_queued after insert on audit.entry
    for each row execute function audit.queue_for_sealing();

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '审计日志只能追加，不能修改或删除' using errcode = 'restrict_violation';
end $$;

create trigger entry_append_only before update or delete on audit.entry
    for each row execute function audit.refuse_change();
create trigger entry_not_emptied before truncate on audit.entry
    for each statement execute function audit.refuse_change();
create trigger link_append_only before update or delete on audit.link
    for each row execute function audit.refuse_change();
create trigger link_not_emptied before truncate on audit.link
    for each statement execute function audit.refuse_change();
