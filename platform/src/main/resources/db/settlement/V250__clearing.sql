-- Reconciliation with institutions, and what each of them is paid for a month. Amounts are in fen.

create table settlement.reconciliation (
    id bigint generated always as identity primary key,
    provider text not null,
    scheme text not null default '',
    clearing text not null check (clearing in ('11', '21', '41')),
    begins date not null,
    ends date not null,
    refunds boolean,
    detailed boolean not null,
    their_count bigint not null,
    their_total_fen bigint not null,
    their_fund_fen bigint not null,
    their_account_fen bigint,
    their_cash_fen bigint,
    our_count bigint not null,
    our_total_fen bigint not null,
    our_fund_fen bigint not null,
    our_account_fen bigint not null,
    our_cash_fen bigint not null,
    result text not null check (result in ('平', '不平')),
    last_settlement bigint not null,
    message text not null,
    operator text not null,
    created_at timestamptz not null default now(),
    check (ends >= begins)
);
comment on table settlement.reconciliation is '机构对账：总账（3201）或明细账（3202）的一次核对';
comment on column settlement.reconciliation.scheme is '险种；空为全部';
comment on column settlement.reconciliation.refunds is '只对撤销（真）、只对结算（假）、全部（空）';
comment on column settlement.reconciliation.last_settlement is '核对时机构在期间内的最后一笔结算：之后再有变动，须再对';
create index reconciliation_provider on settlement.reconciliation (provider, begins, id);

create table settlement.difference (
    reconciliation_id bigint not null references settlement.reconciliation,
    line int not null check (line >= 1),
    kind text not null check (kind in ('中心多', '机构多', '金额不符')),
    number text not null,
    visit text not null,
    person text not null,
    message text not null,
    refund boolean not null,
    our_total_fen bigint,
    our_fund_fen bigint,
    our_account_fen bigint,
    their_total_fen bigint,
    their_fund_fen bigint,
    their_account_fen bigint,
    memo text not null,
    note text not null default '',
    handled_by bigint,
    handled_name text not null default '',
    handled_at timestamptz,
    primary key (reconciliation_id, line)
);
comment on table settlement.difference is '对账差异：逐行，附处理说明';

create table settlement.due_elsewhere (
    settlement_id bigint primary key references settlement.settlement,
    account text not null,
    party text not null
);
comment on table settlement.due_elsewhere is '不付给机构的结算：付给参保人（手工报销）或其他统筹区（异地就医），不与机构对账和月结';

create table settlement.clearing_application (
    id bigint generated always as identity primary key,
    number text not null unique,
    provider text not null,
    clearing text not null check (clearing in ('11', '21', '41')),
    way text not null,
    month text not null check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    begins date not null,
    ends date not null,
    their_count bigint not null,
    their_total_fen bigint not null,
    their_accepted_fen bigint not null,
    their_fund_fen bigint not null,
    their_account_fen bigint not null,
    their_cash_fen bigint not null,
    state text not null default '有效' check (state in ('有效', '已撤销')),
    message text not null,
    created_at timestamptz not null default now(),
    withdrawn_at timestamptz
);
comment on table settlement.clearing_application is '机构清算申请（3203），可在月结复核前撤销（3204）';
create unique index clearing_application_one on settlement.clearing_application (provider, month, clearing) where state = '有效';

create table settlement.statement (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('月结', '退还质保金')),
    provider text not null,
    provider_name text not null,
    month text not null check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    state text not null default '待复核' check (state in ('待复核', '已复核', '已退回')),
    deposit_rate int not null default 0 check (deposit_rate between 0 and 1000000),
    deposit_source text not null default '',
    note text not null default '',
    reason text not null default '',
    created_by bigint not null,
    created_name text not null,
    created_at timestamptz not null default now(),
    reviewed_by bigint,
    reviewed_name text not null default '',
    reviewed_at timestamptz,
    version int not null default 1,
    check (reviewed_by is null or reviewed_by <> created_by)
);
comment on table settlement.statement is '机构月结单：由结算汇总，一人编制、另一人复核后入账并产生付款单';
comment on column settlement.statement.deposit_rate is '质保金扣留比例，单位为百万分之一';
create unique index statement_once on settlement.statement (provider, kind, month) where state <> '已退回';
create unique index statement_one_open on settlement.statement (provider, kind) where state = '待复核';

create table settlement.cleared (
    settlement_id bigint primary key references settlement.settlement,
    statement_id bigint not null references settlement.statement
);
comment on table settlement.cleared is '月结单包含的结算：一笔结算只进一张月结单';
create index cleared_statement on settlement.cleared (statement_id);

create table settlement.statement_part (
    statement_id bigint not null references settlement.statement,
    scheme text not null,
    clearing text not null,
    settlements bigint not null,
    mirrors bigint not null,
    total_fen bigint not null,
    fund_fen bigint not null,
    account_fen bigint not null,
    cash_fen bigint not null,
    hospital_fen bigint not null,
    primary key (statement_id, scheme, clearing)
);
comment on table settlement.statement_part is '月结单按险种和清算类别的合计';

create table settlement.statement_fund (
    statement_id bigint not null references settlement.statement,
    fund text not null,
    due_fen bigint not null,
    carried_fen bigint not null default 0 check (carried_fen <= 0),
    recovered_fen bigint not null default 0 check (recovered_fen >= 0),
    prepaid_fen bigint not null default 0 check (prepaid_fen >= 0),
    deposit_fen bigint not null default 0 check (deposit_fen >= 0),
    pay_fen bigint not null check (pay_fen >= 0),
    primary key (statement_id, fund),
    check (pay_fen = greatest(due_fen + carried_fen, 0) - prepaid_fen - deposit_fen)
);
comment on table settlement.statement_fund is '月结单按基金的应付：本月应付 + 上月结转（负数） = 抵扣预付 + 扣留质保金 + 付款，为负则转下月';
comment on column settlement.statement_fund.recovered_fen is '以本期应付冲抵的应追回款（拨付后撤销的结算）';

create table settlement.recovery (
    id bigint generated always as identity primary key,
    provider text not null,
    fund text not null,
    fen bigint not null check (fen > 0),
    cause text not null,
    created_at timestamptz not null default now()
);
comment on table settlement.recovery is '拨付后撤销的结算形成的应追回款，从以后的月结中冲抵';
create index recovery_provider on settlement.recovery (provider, fund);

create trigger due_elsewhere_append_only before update or delete on settlement.due_elsewhere
    for each row execute function settlement.refuse_change();
create trigger recovery_append_only before update or delete on settlement.recovery
    for each row execute function settlement.refuse_change();
create trigger reconciliation_append_only before update or delete on settlement.reconciliation
    for each row execute function settlement.refuse_change();

-- What was reviewed stays as it is.
create function settlement.keep_statement() returns trigger language plpgsql as $$
begin
    if exists (select from settlement.statement s where s.id = old.statement_id and s.state = '已复核') then
        raise exception '月结单 % 已复核，不能更改', old.statement_id using errcode = 'restrict_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger cleared_kept before update or delete on settlement.cleared
    for each row execute function settlement.keep_statement();
create trigger statement_part_kept before update or delete on settlement.statement_part
    for each row execute function settlement.keep_statement();
create trigger statement_fund_kept before update or delete on settlement.statement_fund
    for each row execute function settlement.keep_statement();

comment on column settlement.settlement.person_id is '人员；负数为异地参保人（crossregion.guest 的编号取负），由其参保地结算';
