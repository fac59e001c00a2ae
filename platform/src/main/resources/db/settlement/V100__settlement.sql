-- Visits, charges and settlements. Amounts are in fen. A visit and its charges are worked on until they are settled; a settlement is
-- never changed: it is taken back by its mirror row, whose amounts are the negatives of its own.

create table settlement.visit (
    id bigint generated always as identity primary key,
    number text not null unique check (number <> ''),
    person_id bigint not null,
    person_number text not null,
    scheme text not null,
    kind text not null,
    national_kind text not null,
    provider text not null,
    provider_level text not null,
    inpatient boolean not null,
    state text not null check (state in ('就诊中', '在院', '出院', '已结算', '已撤销')),
    place text not null default 'local' check (place in ('local', 'in_province', 'out_of_province')),
    filing text not null default 'none',
    begun timestamp not null,
    ended timestamp,
    disease text not null default '',
    details jsonb not null default '{}',
    version int not null default 0,
    created_at timestamptz not null default now(),
    check (ended is null or ended >= begun)
);
comment on table settlement.visit is '就诊：门诊挂号、住院登记或购药';
comment on column settlement.visit.number is '就诊ID（mdtrt_id）';
comment on column settlement.visit.kind is '医疗类别，政策包用词；national_kind 为国家代码（med_type）';
create index visit_person on settlement.visit (person_id, begun desc);
create index visit_provider on settlement.visit (provider, begun desc);
-- Nobody lies in two hospitals: one open stay a person.
create unique index visit_one_stay on settlement.visit (person_id) where inpatient and state = '在院';

create table settlement.diagnosis (
    visit_id bigint not null references settlement.visit,
    at_end boolean not null,
    sort int not null,
    type text not null,
    main boolean not null,
    code text not null check (code <> ''),
    name text not null,
    details jsonb not null default '{}',
    primary key (visit_id, at_end, type, sort)
);
comment on table settlement.diagnosis is '诊断：at_end 为出院诊断';

create table settlement.charge (
    visit_id bigint not null,
    sn text not null check (sn <> ''),
    year int not null,
    batch text not null default '',
    refunds text not null default '',
    charged timestamp not null,
    code text not null,
    own_code text not null,
    name text not null default '',
    price numeric(16, 6) not null check (price >= 0),
    pieces numeric(16, 4) not null check (pieces <> 0),
    fen bigint not null,
    item_code text not null default '',
    item_class text not null check (item_class in ('A', 'B', 'C')),
    share numeric(7, 6),
    price_limit numeric(16, 6),
    restricted boolean not null default false,
    approval int not null default 0 check (approval in (0, 1, 2)),
    charge_type text not null default '',
    details jsonb not null default '{}',
    primary key (visit_id, sn, year),
    check (sign(pieces) = sign(fen) or fen = 0),
    check ((refunds <> '') = (pieces < 0))
) partition by list (year);
comment on table settlement.charge is '费用明细：结算前可以撤销，结算后只能退';

create table settlement.settlement (
    id bigint generated always as identity primary key,
    number text not null unique check (number <> ''),
    visit_id bigint not null references settlement.visit,
    person_id bigint not null,
    scheme text not null,
    person_type text not null,
    kind text not null,
    provider text not null,
    year int not null,
    settled_on date not null,
    settled_at timestamp not null,
    message text not null,
    kept text not null check (kept in ('结算', '撤销', '冲正')),
    reverses bigint references settlement.settlement,
    batch text not null default '',
    lines int not null,
    total_fen bigint not null,
    own_fen bigint not null,
    over_fen bigint not null,
    pre_fen bigint not null,
    scope_fen bigint not null,
    deductible_fen bigint not null,
    fund_fen bigint not null,
    hospital_fen bigint not null,
    account_fen bigint not null,
    mutual_fen bigint not null,
    cash_fen bigint not null,
    ratio bigint not null,
    movements jsonb not null,
    mark_before bigint not null default 0,
    mark_after bigint not null default 0,
    stay_before jsonb,
    created_at timestamptz not null default now(),
    check ((kept = '结算') = (reverses is null)),
    check (total_fen = own_fen + over_fen + pre_fen + scope_fen),
    check (total_fen = fund_fen + hospital_fen + account_fen + mutual_fen + cash_fen)
);
comment on table settlement.settlement is '结算；撤销和冲正是金额相反的镜像';
comment on column settlement.settlement.message is '发送方报文ID';
comment on column settlement.settlement.ratio is '基本医保支付比例，单位为亿分之一';
comment on column settlement.settlement.mark_after is '结算后年度累计的标记：与当前标记相同，即为最后一次结算';
comment on column settlement.settlement.stay_before is '结算前最近一次住院：[标识, 次数, 已付起付线（分）]';
comment on column settlement.settlement.movements is '累计变动：[计数器, 词, 变动]';
create unique index settlement_reversed_once on settlement.settlement (reverses) where reverses is not null;
create index settlement_visit on settlement.settlement (visit_id);
create index settlement_person on settlement.settlement (person_id, year, id);
create index settlement_provider on settlement.settlement (provider, settled_on, id);
create index settlement_message on settlement.settlement (message);

create table settlement.payment (
    settlement_id bigint not null,
    year int not null,
    tier text not null,
    fund text not null,
    national_fund text not null,
    base_fen bigint not null,
    limit_fen bigint,
    fen bigint not null,
    primary key (settlement_id, tier, year)
) partition by list (year);
comment on table settlement.payment is '基金支付：一层一行';

create table settlement.line (
    settlement_id bigint not null,
    year int not null,
    visit_id bigint not null,
    sn text not null,
    fen bigint not null,
    own_fen bigint not null,
    over_fen bigint not null,
    pre_fen bigint not null,
    scope_fen bigint not null,
    primary key (settlement_id, sn, year)
) partition by list (year);
comment on table settlement.line is '已结算的费用明细及其分割';

create table settlement.explanation (
    settlement_id bigint not null,
    year int not null,
    steps text not null,
    primary key (settlement_id, year)
) partition by list (year);
comment on table settlement.explanation is '结算说明（JSON）：每一步的规则、参数、日期和依据';

create table settlement.filing (
    id bigint generated always as identity primary key,
    number text not null unique check (number <> ''),
    person_id bigint not null,
    kind text not null check (kind in ('慢特病', '转院', '定点', '意外伤害')),
    word text not null default '',
    code text not null default '',
    provider text not null,
    begins date not null,
    ends date,
    state text not null check (state in ('有效', '已撤销')),
    message text not null,
    details jsonb not null default '{}',
    created_at timestamptz not null default now(),
    check (ends is null or ends >= begins)
);
comment on table settlement.filing is '备案：门诊慢特病、转院、定点、意外伤害';
create index filing_person on settlement.filing (person_id, kind, begins);

do $$
declare
    wanted text;
    y int;
begin
    foreach wanted in array array['charge', 'payment', 'line', 'explanation'] loop
        for y in 2023..2028 loop
            execute format('create table settlement.%I partition of settlement.%I for values in (%s)', wanted || '_' || y, wanted, y);
        end loop;
        execute format('create table settlement.%I partition of settlement.%I default', wanted || '_other', wanted);
    end loop;
end $$;

create table settlement.year_state (
    person_id bigint not null,
    year int not null,
    fingerprint text not null,
    cells bigint[] not null,
    stay_id text,
    stay_visit bigint,
    stay_charged bigint,
    mark bigint not null,
    last_day date not null,
    version bigint not null default 0,
    primary key (person_id, year)
) with (fillfactor = 70);
comment on table settlement.year_state is '年度累计：由结算的累计变动得出，可以重算核对；一个人的结算在此排队';

create function settlement.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% 只能追加，不能修改或删除', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger settlement_append_only before update or delete on settlement.settlement
    for each row execute function settlement.refuse_change();
create trigger payment_append_only before update or delete on settlement.payment
    for each row execute function settlement.refuse_change();
create trigger line_append_only before update or delete on settlement.line
    for each row execute function settlement.refuse_change();
create trigger explanation_append_only before update or delete on settlement.explanation
    for each row execute function settlement.refuse_change();
create trigger settlement_kept before truncate on settlement.settlement
    for each statement execute function settlement.refuse_change();
create trigger payment_kept before truncate on settlement.payment
    for each statement execute function settlement.refuse_change();
create trigger line_kept before truncate on settlement.line
    for each statement execute function settlement.refuse_change();

-- A mirror takes back all of what it mirrors, and nothing else.
create function settlement.check_mirror() returns trigger language plpgsql as $$
begin
    if not exists (select from settlement.settlement s where s.id = new.reverses and s.reverses is null
            and s.visit_id = new.visit_id and s.person_id = new.person_id and s.total_fen = -new.total_fen
            and s.fund_fen = -new.fund_fen and s.account_fen = -new.account_fen and s.mutual_fen = -new.mutual_fen
            and s.cash_fen = -new.cash_fen and s.hospital_fen = -new.hospital_fen) then
        raise exception '撤销与被撤销的结算不相抵' using errcode = 'ST001';
    end if;
    return new;
end $$;
create trigger settlement_mirrors before insert on settlement.settlement
    for each row when (new.reverses is not null) execute function settlement.check_mirror();
