-- Subsidies of the fiscal levels for residents: heads that were counted, and grants as they were made. What was reviewed stays.

create table contribution.subsidy_heads (
    id bigint generated always as identity primary key,
    year int not null check (year between 2000 and 2100),
    county text not null check (county ~ '^[0-9]{6}$'),
    tier text not null,
    kind text not null check (kind in ('预计', '核定')),
    day date not null,
    heads bigint not null check (heads >= 0),
    counted_by bigint not null,
    counted_name text not null,
    counted_at timestamptz not null
);
comment on table contribution.subsidy_heads is '补助人数：每次清点都留下，以最后一次为准';
create index heads_year on contribution.subsidy_heads (year, county, kind, id desc);

create table contribution.subsidy_grant (
    id bigint generated always as identity primary key,
    year int not null check (year between 2000 and 2100),
    county text not null default '',
    level text not null check (level in ('central', 'province', 'city', 'county', 'other')),
    payer text not null check (payer <> ''),
    stage text not null check (stage in ('预拨', '清算')),
    fen bigint not null check (fen <> 0),
    day date not null,
    document text not null check (document <> ''),
    state text not null default '待复核' check (state in ('待复核', '已入账', '已退回')),
    reason text not null default '',
    entered_by bigint not null,
    entered_name text not null,
    entered_at timestamptz not null,
    reviewed_by bigint,
    reviewed_name text not null default '',
    voucher_id bigint,
    constraint grant_four_eyes check (reviewed_by is null or reviewed_by <> entered_by),
    constraint grant_posted check ((state = '已入账') = (voucher_id is not null))
);
comment on table contribution.subsidy_grant is '财政补助：预拨和清算，各级到位的每一笔；负数为清算收回';
comment on column contribution.subsidy_grant.county is '区县；空为全市';
create index grant_year on contribution.subsidy_grant (year, county, id);

create function contribution.keep_grant() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'subsidy_grant' and tg_op = 'UPDATE' then
        if old.state = '待复核' and (old.year, old.county, old.level, old.payer, old.stage, old.fen, old.day, old.entered_by)
                is not distinct from (new.year, new.county, new.level, new.payer, new.stage, new.fen, new.day, new.entered_by) then
            return new;
        end if;
    end if;
    raise exception '% of % is refused', tg_op, tg_table_name using errcode = '23514';
end $$;
create trigger kept before update or delete on contribution.subsidy_grant for each row execute function contribution.keep_grant();
create trigger kept before update or delete on contribution.subsidy_heads for each row execute function contribution.keep_grant();
