-- Vouchers that are typed in, and money moved between the accounts of a fund: entered by one person, posted when another has reviewed.

create table fund.draft (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('manual', 'transfer')),
    fund text not null references fund.fund,
    draft_date date not null,
    summary text not null,
    legs jsonb not null,
    fen bigint not null,
    state text not null default '待复核' check (state in ('待复核', '已入账', '已退回', '已撤回')),
    reason text not null default '',
    created_by bigint not null,
    created_name text not null,
    created_at timestamptz not null default now(),
    reviewed_by bigint,
    reviewed_name text not null default '',
    reviewed_at timestamptz,
    voucher_id bigint references fund.voucher,
    version int not null default 1,
    check (reviewed_by is null or reviewed_by <> created_by),
    check ((state = '已入账') = (voucher_id is not null))
);
comment on table fund.draft is '手工凭证和资金划转单：一人填制、另一人复核后入账';
create index draft_open on fund.draft (fund, draft_date) where state = '待复核';
