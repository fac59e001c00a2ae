-- What is to be recovered: claims, what came in of them, what was written off. Amounts are in fen.

create table settlement.accident (
    application_id bigint primary key references settlement.application,
    happened_on date not null,
    place text not null,
    course text not null,
    known boolean not null,
    debtor text not null default '',
    contact text not null default '',
    refusal text not null,
    check (known = (debtor <> ''))
);
comment on table settlement.accident is '意外伤害：第三人不支付或者无法确定第三人';

create table settlement.claim (
    id bigint generated always as identity primary key,
    number text not null unique check (number <> ''),
    application_id bigint not null references settlement.application,
    application_number text not null,
    person_number text not null,
    county text not null,
    kind text not null check (kind in ('第三人', '参保人')),
    debtor text not null,
    opened_on date not null,
    fen bigint not null check (fen > 0),
    state text not null check (state in ('追偿中', '已结清', '已撤销')),
    opened_name text not null,
    created_at timestamptz not null default now()
);
comment on table settlement.claim is '应追回款：先行支付后向第三人追偿，或撤销后向参保人追回';
create index claim_state on settlement.claim (state, opened_on);
create unique index claim_standing on settlement.claim (application_id, kind) where state <> '已撤销';

create table settlement.claim_part (
    claim_id bigint not null references settlement.claim,
    fund text not null,
    account text not null,
    fen bigint not null check (fen > 0),
    primary key (claim_id, fund)
);
comment on table settlement.claim_part is '应追回款按基金；account 为核销时记入的支出科目';

create table settlement.claim_act (
    id bigint generated always as identity primary key,
    claim_id bigint not null references settlement.claim,
    kind text not null check (kind in ('收款', '核销')),
    fen bigint not null check (fen > 0),
    act_date date not null,
    bank text not null default '',
    reason text not null check (reason <> ''),
    state text not null check (state in ('待复核', '已复核', '已退回')),
    opinion text not null default '',
    entered_by bigint not null,
    entered_name text not null,
    entered_at timestamptz not null,
    reviewed_by bigint,
    reviewed_name text not null default '',
    check (reviewed_by is null or reviewed_by <> entered_by),
    check ((kind = '收款') = (bank <> ''))
);
comment on table settlement.claim_act is '追偿收款和核销：一人登记、另一人复核后入账';
create index claim_act_of on settlement.claim_act (claim_id);

create table settlement.claim_act_part (
    act_id bigint not null references settlement.claim_act,
    fund text not null,
    fen bigint not null check (fen > 0),
    primary key (act_id, fund)
);
comment on table settlement.claim_act_part is '每笔收款、核销分到各基金的金额';
