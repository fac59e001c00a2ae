-- The catalogues by version and by day. A version is a download or a notice: its rows wait as drafts, are compared with what
-- holds, and are released by a second person. A released row is never changed but for the version that replaces it.

create table catalogue.version (
    id bigint generated always as identity primary key,
    kind text not null check (kind ~ '^[a-z-]+$'),
    number int check (number > 0),
    label text not null check (label <> ''),
    source text not null check (source <> ''),
    effective date not null,
    complete boolean not null,
    state text not null default '录入中' check (state in ('录入中', '待发布', '已发布', '已作废')),
    batch_id bigint,
    base int not null default 0,
    row_count int not null default 0,
    added int not null default 0,
    changed int not null default 0,
    ended int not null default 0,
    unchanged int not null default 0,
    wrong int not null default 0,
    gaps int not null default 0,
    reason text not null default '',
    created_by bigint not null,
    created_name text not null,
    created_at timestamptz not null default now(),
    released_by bigint,
    released_name text not null default '',
    released_at timestamptz,
    unique (kind, number),
    constraint released_with_number check ((state = '已发布') = (number is not null and released_at is not null)),
    constraint four_eyes check (released_by <> created_by),
    constraint discarded_with_reason check ((state = '已作废') = (reason <> ''))
);
comment on table catalogue.version is '目录版本：一次下载或一份通知；经第二人发布后生效';
comment on column catalogue.version.number is '发布时的版次，每类目录各自从 1 起';
comment on column catalogue.version.complete is '是否全量：全量版本中没有的项目自生效日起终止';
comment on column catalogue.version.base is '与之比较的版次';
create unique index version_batch on catalogue.version (batch_id) where batch_id is not null;

create table catalogue.draft_row (
    version_id bigint not null references catalogue.version,
    line int not null,
    code text not null,
    part text not null,
    name text not null,
    begins date,
    ends date,
    valid boolean not null,
    digest uuid not null,
    cells text[] not null,
    problem text not null default '',
    warning text not null default '',
    primary key (version_id, line)
);
comment on table catalogue.draft_row is '尚未发布的目录行；发布后只留有误和有提示的行';
create index draft_row_code on catalogue.draft_row (version_id, code, part);

create table catalogue.item (
    id bigint generated always as identity primary key,
    kind text not null,
    code text not null,
    part text not null,
    name text not null,
    begins date not null,
    ends date,
    valid boolean not null,
    digest uuid not null,
    cells text[] not null,
    since int not null,
    until int,
    foreign key (kind, since) references catalogue.version (kind, number),
    constraint days check (ends >= begins),
    constraint replaced_later check (until > since)
);
comment on table catalogue.item is '已发布的目录项：自 since 版起、至 until 版之前的说法；begins 至 ends 是它有效的日期';
comment on column catalogue.item.part is '限价级别或人员类别；没有则为空';
create unique index item_now on catalogue.item (kind, code, part, begins) where until is null;
create index item_since on catalogue.item (kind, since);
create index item_until on catalogue.item (kind, until) where until is not null;

create table catalogue.draft_ending (
    version_id bigint not null references catalogue.version,
    item_id bigint not null references catalogue.item,
    ends date,
    primary key (version_id, item_id)
);
comment on table catalogue.draft_ending is '版本发布后将终止的目录项；ends 为空的是撤下';

-- What was released stays as it was; only the version that replaces it may be noted.
create function catalogue.keep_item() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.until is not null
        or (new.kind, new.code, new.part, new.name, new.begins, new.valid, new.digest, new.cells, new.since)
            is distinct from (old.kind, old.code, old.part, old.name, old.begins, old.valid, old.digest, old.cells, old.since)
        or new.ends is distinct from old.ends then
        raise exception '已发布的目录项不能修改或删除' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger item_is_kept before update or delete on catalogue.item for each row execute function catalogue.keep_item();

create table catalogue.matching (
    id bigint generated always as identity primary key,
    provider text not null check (provider <> ''),
    provider_name text not null,
    county text not null,
    own_code text not null check (own_code <> ''),
    own_name text not null check (own_name <> ''),
    kind text not null,
    code text not null,
    begins date not null,
    ends date,
    details jsonb not null default '{}',
    state text not null default '待审核' check (state in ('待审核', '已通过', '已退回', '已撤销')),
    note text not null default '',
    batch_id bigint,
    created_by bigint not null,
    created_name text not null,
    created_at timestamptz not null default now(),
    decided_by bigint,
    decided_name text not null default '',
    decided_at timestamptz,
    withdrawn_name text not null default '',
    withdrawn_at timestamptz,
    constraint days check (ends >= begins),
    constraint four_eyes check (decided_by <> created_by),
    constraint decided check (state = '待审核' or state = '已撤销' or decided_at is not null),
    constraint withdrawn check ((state = '已撤销') = (withdrawn_at is not null))
);
comment on table catalogue.matching is '医药机构目录对照（3301/3302）：机构自有编码与国家编码，按日期，经审核生效';
create index matching_own on catalogue.matching (provider, own_code, kind);
create index matching_waiting on catalogue.matching (id) where state = '待审核';
create index matching_batch on catalogue.matching (batch_id) where batch_id is not null;
