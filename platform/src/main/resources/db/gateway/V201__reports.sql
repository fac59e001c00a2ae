-- What institutions report besides care: departments, stock, and what became of checks before care.

create table gateway.department (
    institution text not null,
    code text not null check (code <> ''),
    name text not null,
    begins timestamp not null,
    ends timestamp,
    details jsonb not null default '{}',
    removed boolean not null default false,
    changed_at timestamptz not null default now(),
    primary key (institution, code)
);
comment on table gateway.department is '机构上报的科室（3401 至 3403），供 5101 查询';

create table gateway.stock (
    id bigint generated always as identity primary key,
    institution text not null,
    kind text not null check (kind in ('盘存', '变更', '采购', '采购退货', '销售', '销售退货')),
    batch text not null check (batch <> ''),
    code text not null,
    own_code text not null,
    pieces numeric(16, 4) not null,
    happened_at timestamp not null,
    settlement text not null default '',
    details jsonb not null default '{}',
    message text not null,
    voided boolean not null default false,
    reported_at timestamptz not null default now()
);
comment on table gateway.stock is '进销存上报（3501 至 3506）；3507 只作废，不删除';
comment on column gateway.stock.pieces is '数量，按最小计价包装单位；退货为正数';
create index stock_batch on gateway.stock (institution, batch);
create index stock_settlement on gateway.stock (settlement) where settlement <> '';

create table gateway.precheck (
    id bigint generated always as identity primary key,
    institution text not null,
    transaction text not null,
    task text not null,
    visit text not null,
    rule text not null,
    severity text not null,
    fen bigint not null,
    found_at timestamptz not null default now(),
    handled text not null default '',
    reason text not null default '',
    handled_at timestamptz
);
comment on table gateway.precheck is '事前事中提醒（3101、3102）及其反馈（3103）';
create index precheck_institution on gateway.precheck (institution, found_at);
