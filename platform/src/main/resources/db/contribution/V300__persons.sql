-- Dues that people pay themselves: residents by year, flexible workers by month. Assessed by the engine for all who are enrolled,
-- paid through the files of tax office and banks, the aided share claimed from who pays it. Amounts are in fen.

create table contribution.due_run (
    id bigint generated always as identity primary key,
    scheme text not null check (scheme in ('resident', 'employee')),
    period text not null check (period ~ '^20[0-9]{2}(-[0-9]{2})?$'),
    day date not null,
    county text not null default '',
    job_id bigint,
    finished boolean not null default false,
    people int not null default 0,
    added int not null default 0,
    dropped int not null default 0,
    refused int not null default 0,
    first_refusal text not null default '',
    started_name text not null,
    started_at timestamptz not null
);
comment on table contribution.due_run is '应缴核定的每一次运行；再次运行只补充和更正尚未缴费的';

create table contribution.base (
    id bigint generated always as identity primary key,
    person_id bigint not null,
    month date not null check (extract(day from month) = 1),
    fen bigint not null check (fen > 0),
    batch_id bigint not null,
    entered_name text not null,
    entered_at timestamptz not null
);
comment on table contribution.base is '灵活就业人员选择的缴费基数，自所列月份起；以最后一次登记为准';
create index base_person on contribution.base (person_id, month desc, id desc);

create table contribution.aid_claim (
    id bigint generated always as identity primary key,
    year int not null check (year between 2000 and 2100),
    county text not null check (county ~ '^[0-9]{6}$'),
    payer text not null check (payer in ('aid', 'fiscal')),
    heads int not null check (heads > 0),
    fen bigint not null check (fen > 0),
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
    constraint claim_four_eyes check (reviewed_by is null or reviewed_by <> entered_by),
    constraint claim_posted check ((state = '已入账') = (voucher_id is not null))
);
comment on table contribution.aid_claim is '资助参保款申请：向医疗救助基金或者财政申请资助部分，一人登记一人复核';
create index aid_claim_year on contribution.aid_claim (year, county, id);

create table contribution.payment (
    id bigint generated always as identity primary key,
    scheme text not null check (scheme in ('resident', 'employee')),
    given_number text not null,
    given_period text not null,
    fen bigint not null check (fen > 0),
    day date not null,
    account text not null,
    reference text not null unique check (reference <> ''),
    batch_id bigint not null,
    part int not null,
    county text not null default '',
    person_id bigint,
    state text not null check (state in ('已核销', '待查明', '退款中', '已退款')),
    problem text not null default '',
    voucher_id bigint not null,
    received_name text not null,
    received_at timestamptz not null,
    claimed_by bigint,
    claimed_name text not null default '',
    claim_reason text not null default '',
    constraint matched_to_somebody check (state <> '已核销' or person_id is not null)
);
comment on table contribution.payment is '个人缴费到账：税务、银行文件中的每一笔；对不上的列为待查明';
create index payment_open on contribution.payment (scheme, id desc) where state <> '已核销';
create index payment_scheme on contribution.payment (scheme, id desc);
create index payment_batch on contribution.payment (batch_id);

create table contribution.due (
    id bigint generated always as identity primary key,
    scheme text not null check (scheme in ('resident', 'employee')),
    period text not null,
    from_day date not null,
    to_day date not null check (to_day >= from_day),
    person_id bigint not null,
    number text not null,
    name text not null,
    county text not null check (county ~ '^[0-9]{6}$'),
    person_type text not null,
    fee_tier text not null,
    aid_class text not null,
    subsidised_for text not null,
    base_fen bigint not null check (base_fen >= 0),
    dues_fen bigint not null check (dues_fen >= 0),
    subsidised_fen bigint not null check (subsidised_fen between 0 and dues_fen),
    maternity_fen bigint not null check (maternity_fen >= 0),
    large_fen bigint not null check (large_fen >= 0),
    care_fen bigint not null check (care_fen >= 0),
    credit_fen bigint not null check (credit_fen >= 0),
    opens date not null,
    closes date not null,
    run_id bigint not null references contribution.due_run,
    assessed_on date not null,
    state text not null check (state in ('待缴', '已缴', '已退费', '已作废')),
    paid_on date,
    prepaid boolean not null default false,
    payment_id bigint references contribution.payment,
    claim_id bigint references contribution.aid_claim,
    constraint paid_on_a_day check ((state in ('已缴', '已退费')) = (paid_on is not null)),
    constraint paid_by_somebody check (state <> '已缴' or dues_fen = subsidised_fen or payment_id is not null)
);
comment on table contribution.due is '个人应缴：居民每年一笔，灵活就业人员每月一笔';
comment on column contribution.due.prepaid is '待遇期开始前缴纳，先列预收';
create unique index due_live on contribution.due (person_id, scheme, period) where state in ('待缴', '已缴');
create index due_list on contribution.due (scheme, period, county, state, id);
create index due_number on contribution.due (number);
create index due_payment on contribution.due (payment_id);
create index due_claim on contribution.due (claim_id);
create index due_claimable on contribution.due (period, county) where subsidised_fen > 0 and claim_id is null;

create table contribution.carry (
    id bigint generated always as identity primary key,
    year int not null,
    county text not null,
    fen bigint not null check (fen > 0),
    day date not null,
    voucher_id bigint not null,
    carried_name text not null,
    carried_at timestamptz not null
);
comment on table contribution.carry is '预收居民保费在待遇期开始后结转为收入';
create index carry_year on contribution.carry (year, county);

create table contribution.person_refund (
    id bigint generated always as identity primary key,
    due_id bigint references contribution.due,
    payment_id bigint not null references contribution.payment,
    number text not null,
    name text not null,
    county text not null,
    fen bigint not null check (fen > 0),
    holder text not null,
    bank text not null,
    account_sealed bytea not null,
    account_masked text not null,
    reason text not null,
    state text not null default '待复核' check (state in ('待复核', '已办结', '已退回')),
    opinion text not null default '',
    entered_by bigint not null,
    entered_name text not null,
    entered_at timestamptz not null,
    reviewed_by bigint,
    reviewed_name text not null default '',
    constraint person_refund_four_eyes check (reviewed_by is null or reviewed_by <> entered_by)
);
comment on table contribution.person_refund is '个人退费：待遇期开始前退出的，和查不明的到账';
create unique index person_refund_due on contribution.person_refund (due_id) where state <> '已退回';
create index person_refund_list on contribution.person_refund (county, id desc);

-- What was assessed or received never changes; only what became of it does, and that goes one way.
create function contribution.keep_person() returns trigger language plpgsql as $$
declare
    may text[] := case tg_table_name
        when 'due' then array['state', 'paid_on', 'prepaid', 'payment_id', 'claim_id', 'run_id']
        when 'payment' then array['state', 'problem', 'person_id', 'county', 'claimed_by', 'claimed_name', 'claim_reason']
        when 'aid_claim' then array['state', 'reason', 'reviewed_by', 'reviewed_name', 'voucher_id']
        when 'person_refund' then array['state', 'opinion', 'reviewed_by', 'reviewed_name']
        else array[]::text[] end;
begin
    if tg_op = 'UPDATE' and to_jsonb(old) - may = to_jsonb(new) - may and not (
            (tg_table_name in ('aid_claim', 'person_refund') and old.state <> '待复核')
            or (tg_table_name = 'payment' and old.state in ('已核销', '已退款') and new.state <> '退款中')
            or (tg_table_name = 'due' and old.state in ('已退费', '已作废'))) then
        return new;
    end if;
    raise exception '% of % is refused', tg_op, tg_table_name using errcode = '23514';
end $$;
create trigger kept before update or delete on contribution.payment for each row execute function contribution.keep_person();
create trigger kept before update or delete on contribution.aid_claim for each row execute function contribution.keep_person();
create trigger kept before update or delete on contribution.carry for each row execute function contribution.keep_person();
create trigger kept before update or delete on contribution.person_refund for each row execute function contribution.keep_person();
create trigger kept before delete on contribution.due for each row execute function contribution.keep_person();
create trigger kept_paid before update on contribution.due for each row
    when (old.state <> '待缴' or new.state not in ('待缴', '已缴', '已作废')
        or (old.person_id, old.dues_fen, old.subsidised_fen, old.county, old.period) is distinct from
            (new.person_id, new.dues_fen, new.subsidised_fen, new.county, new.period))
    execute function contribution.keep_person();
