-- What the banks say happened on the accounts of the funds, matched with the lines of the books.

create table fund.bank_line (
    id bigint generated always as identity primary key,
    fund text not null references fund.fund,
    account text not null references fund.account,
    line_date date not null,
    serial text not null check (serial <> ''),
    fen bigint not null check (fen <> 0),
    balance_fen bigint,
    counterparty text not null default '',
    summary text not null default '',
    batch_id bigint not null,
    unique (fund, account, serial)
);
comment on table fund.bank_line is '银行流水：收入为正，支出为负';
create index bank_line_account on fund.bank_line (fund, account, line_date);

create table fund.bank_match (
    id bigint generated always as identity primary key,
    fund text not null references fund.fund,
    account text not null references fund.account,
    kind text not null check (kind in ('自动', '手工')),
    created_by bigint not null,
    created_name text not null,
    created_at timestamptz not null default now()
);
comment on table fund.bank_match is '勾对：一笔或几笔流水与一笔或几笔账目，金额合计相等';

create table fund.bank_match_line (
    bank_line_id bigint primary key references fund.bank_line,
    match_id bigint not null references fund.bank_match on delete cascade
);
create index bank_match_line_match on fund.bank_match_line (match_id);

create table fund.bank_match_entry (
    voucher_id bigint not null references fund.voucher,
    line int not null,
    match_id bigint not null references fund.bank_match on delete cascade,
    primary key (voucher_id, line)
);
create index bank_match_entry_match on fund.bank_match_entry (match_id);
