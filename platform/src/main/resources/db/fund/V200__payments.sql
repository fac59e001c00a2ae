-- Money paid out: orders become lines of a batch, one line a payee; the bank answers line by line.

create table fund.payment_batch (
    id bigint generated always as identity primary key,
    fund text not null references fund.fund,
    pay_date date not null,
    state text not null default '待复核' check (state in ('待复核', '已付款', '已退回')),
    lines int not null,
    fen bigint not null check (fen > 0),
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
comment on table fund.payment_batch is '付款批次：一人组批、另一人复核后付款入账';

create table fund.payment_line (
    batch_id bigint not null references fund.payment_batch,
    line int not null check (line >= 1),
    payee_code text not null,
    payee_name text not null,
    bank_name text not null,
    bank_account bytea not null,
    account_shown text not null,
    fen bigint not null check (fen > 0),
    voucher_id bigint references fund.voucher,
    outcome text check (outcome in ('成功', '失败')),
    outcome_date date,
    outcome_reason text not null default '',
    bank_serial text not null default '',
    return_voucher_id bigint references fund.voucher,
    primary key (batch_id, line)
);
comment on table fund.payment_line is '付款明细：一个收款人一行，银行按行回盘';

create table fund.payment_order (
    id bigint generated always as identity primary key,
    fund text not null references fund.fund,
    cause_module text not null,
    cause_kind text not null,
    cause_id text not null,
    payee_code text not null,
    payee_name text not null,
    bank_name text not null,
    bank_account bytea not null,
    account_hash bytea not null,
    account_shown text not null,
    summary text not null,
    legs jsonb not null,
    fen bigint not null check (fen > 0),
    state text not null default '待付款' check (state in ('待付款', '付款中', '已付款', '付款失败', '已取消')),
    batch_id bigint,
    line int,
    created_by bigint not null,
    created_name text not null,
    created_at timestamptz not null default now(),
    unique (cause_module, cause_kind, cause_id, fund),
    foreign key (batch_id, line) references fund.payment_line
);
comment on table fund.payment_order is '付款单：业务产生，付款时按其分录入账';
create index payment_order_open on fund.payment_order (fund, state);
create index payment_order_batch on fund.payment_order (batch_id, line) where batch_id is not null;

create table fund.provider_act (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('预付', '结算', '退还质保金', '扣罚质保金')),
    fund text not null references fund.fund,
    month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
    act_date date not null,
    payee_code text not null,
    payee_name text not null,
    bank_name text not null,
    bank_account bytea,
    account_shown text not null default '',
    account text not null default '',
    due_fen bigint not null check (due_fen > 0),
    offset_fen bigint not null default 0 check (offset_fen >= 0),
    deposit_fen bigint not null default 0 check (deposit_fen >= 0),
    summary text not null,
    state text not null default '待复核' check (state in ('待复核', '已复核', '已退回')),
    reason text not null default '',
    created_by bigint not null,
    created_name text not null,
    created_at timestamptz not null default now(),
    reviewed_by bigint,
    reviewed_name text not null default '',
    voucher_id bigint references fund.voucher,
    order_id bigint references fund.payment_order,
    version int not null default 1,
    check (offset_fen + deposit_fen <= due_fen),
    check (reviewed_by is null or reviewed_by <> created_by)
);
comment on table fund.provider_act is '与定点机构的往来：月预付、月结算、质保金';
comment on column fund.provider_act.account is '结算：记入的待遇支出科目，或待拨付定点机构款';
comment on column fund.provider_act.offset_fen is '结算：抵扣以前预付';
comment on column fund.provider_act.deposit_fen is '结算：扣留质保金';
create index provider_act_fund on fund.provider_act (fund, month, payee_code);
