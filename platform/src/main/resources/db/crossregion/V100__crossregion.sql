-- People of other regions treated here, people of ours treated there, and what regions owe each other for it. Amounts are in fen.

create table crossregion.partner (
    area text primary key check (area ~ '^[0-9]{6}$'),
    name text not null,
    in_province boolean not null,
    simulated boolean not null,
    ratio numeric(7, 6) not null default 0 check (ratio between 0 and 1),
    holder text not null default '',
    bank_name text not null default '',
    bank_account bytea,
    account_shown text not null default '',
    changed_by bigint not null,
    changed_name text not null,
    changed_at timestamptz not null default now()
);
comment on table crossregion.partner is '往来的统筹区';
comment on column crossregion.partner.simulated is '模拟区：由本平台扮演，供试用和培训；ratio 为其支付政策范围内费用的比例';

create table crossregion.guest (
    id bigint generated always as identity primary key,
    area text not null references crossregion.partner,
    number text not null,
    name text not null,
    sex text not null,
    born date not null,
    certificate_type text not null,
    certificate bytea not null,
    certificate_shown text not null,
    told_at timestamptz not null default now(),
    unique (area, number)
);
comment on table crossregion.guest is '在本地就医的异地参保人：参保地告知的基本信息，证件号码加密';

create table crossregion.message (
    id text not null,
    direction text not null check (direction in ('发出', '收到')),
    area text not null,
    kind text not null,
    digest bytea not null,
    answer text not null default '',
    fault text not null default '',
    created_at timestamptz not null default now(),
    answered_at timestamptz,
    primary key (direction, area, id)
);
comment on table crossregion.message is '异地往来报文：同一报文再来，答复同一内容；发出而没有答复的待重发或冲正';
create index message_time on crossregion.message (created_at);

create table crossregion.bill (
    id bigint generated always as identity primary key,
    role text not null check (role in ('就医地', '参保地')),
    area text not null references crossregion.partner,
    settlement_id bigint not null unique,
    number text not null,
    their_number text not null,
    message text not null,
    reverses bigint references crossregion.bill,
    kept text not null check (kept in ('结算', '撤销', '冲正')),
    visit text not null,
    provider text not null,
    provider_name text not null,
    person text not null,
    scheme text not null,
    kind text not null,
    day date not null,
    total_fen bigint not null,
    scope_fen bigint not null,
    pay_fen bigint not null,
    cash_fen bigint not null,
    created_at timestamptz not null default now(),
    check ((kept = '结算') = (reverses is null))
);
comment on table crossregion.bill is '异地就医结算：就医地为在本地就医的异地参保人，参保地为在异地就医的本地参保人';
comment on column crossregion.bill.message is '结算报文编号，两地相同；撤销与原结算相同';
comment on column crossregion.bill.pay_fen is '参保地支付：基金和个人账户';
create unique index bill_message on crossregion.bill (role, area, message) where kept = '结算';
create unique index bill_reversed_once on crossregion.bill (reverses) where reverses is not null;
create index bill_day on crossregion.bill (role, area, day);

create table crossregion.bill_fund (
    bill_id bigint not null references crossregion.bill,
    fund text not null,
    fen bigint not null,
    primary key (bill_id, fund)
);
comment on table crossregion.bill_fund is '异地就医结算在本地各基金的应收或应付';

create table crossregion.month (
    id bigint generated always as identity primary key,
    role text not null check (role in ('就医地', '参保地')),
    area text not null references crossregion.partner,
    month text not null check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
    state text not null default '待复核' check (state in ('待复核', '已确认', '已到账', '已退回')),
    our_count bigint not null,
    our_total_fen bigint not null,
    our_pay_fen bigint not null,
    their_count bigint not null,
    their_total_fen bigint not null,
    their_pay_fen bigint not null,
    reason text not null default '',
    created_by bigint not null,
    created_name text not null,
    created_at timestamptz not null default now(),
    reviewed_by bigint,
    reviewed_name text not null default '',
    reviewed_at timestamptz,
    received_on date,
    version int not null default 1,
    check (reviewed_by is null or reviewed_by <> created_by)
);
comment on table crossregion.month is '异地就医月度清算：与一个统筹区一个月，分就医地（应收）和参保地（应付）';
create unique index month_once on crossregion.month (role, area, month) where state <> '已退回';
create unique index month_one_open on crossregion.month (role, area) where state = '待复核';

create table crossregion.month_bill (
    bill_id bigint primary key references crossregion.bill,
    month_id bigint not null references crossregion.month
);
create index month_bill_month on crossregion.month_bill (month_id);
comment on table crossregion.month_bill is '清算包含的结算：一笔只进一个月';

create table crossregion.month_fund (
    month_id bigint not null references crossregion.month,
    fund text not null,
    due_fen bigint not null,
    carried_fen bigint not null check (carried_fen <= 0),
    pay_fen bigint not null,
    primary key (month_id, fund),
    check (pay_fen = greatest(due_fen + carried_fen, 0))
);
comment on table crossregion.month_fund is '清算按基金的应收或应付；为负则转下月';

create table crossregion.month_difference (
    month_id bigint not null references crossregion.month,
    line int not null,
    kind text not null check (kind in ('本地多', '对方多', '金额不符')),
    message text not null,
    kept text not null,
    our_total_fen bigint,
    our_pay_fen bigint,
    their_total_fen bigint,
    their_pay_fen bigint,
    note text not null default '',
    handled_name text not null default '',
    primary key (month_id, line)
);
comment on table crossregion.month_difference is '两地清单不同的行';

create table crossregion.simulated_bill (
    area text not null,
    message text not null,
    role text not null,
    kept text not null,
    number text not null,
    day date not null,
    total_fen bigint not null,
    pay_fen bigint not null,
    decided text not null default '',
    primary key (area, message, kept)
);
comment on table crossregion.simulated_bill is '模拟区自己的账，只在试用和测试中';

create function crossregion.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% 只能追加，不能修改或删除', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger bill_append_only before update or delete on crossregion.bill
    for each row execute function crossregion.refuse_change();
create trigger bill_fund_append_only before update or delete on crossregion.bill_fund
    for each row execute function crossregion.refuse_change();
