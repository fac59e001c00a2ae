-- What the training hospitals did. Their own notes: what was settled stands with the bureau.

create table training.visit (
    id bigint generated always as identity primary key,
    institution text not null,
    institution_name text not null,
    person_place int not null,
    person_name text not null,
    title text not null,
    state text not null check (state in ('就诊中', '已出院', '已结算', '已撤销结算', '已冲正', '已退号', '未登记')),
    content jsonb not null,
    made_by bigint not null,
    made_name text not null,
    made_at timestamptz not null,
    version int not null default 0
);
comment on table training.visit is '模拟医院的就诊：合成人员，content 不含证件号码';
create index visit_maker on training.visit (made_by, id desc);

create table training.exchange (
    id bigint generated always as identity primary key,
    visit_id bigint not null references training.visit (id),
    infno text not null,
    msgid text not null,
    fault text not null,
    took_micros bigint not null,
    request text not null,
    answer text not null,
    called_at timestamptz not null
);
comment on table training.exchange is '模拟医院的每次请求与答复，证件号码已遮盖';
create index exchange_visit on training.exchange (visit_id, id);

create table training.bill (
    institution text not null,
    msgid text not null,
    infno text not null,
    insutype text not null,
    clearing text not null,
    settled_on date not null,
    number text not null,
    visit text not null,
    total_fen bigint not null,
    fund_fen bigint not null,
    account_fen bigint not null,
    cash_fen bigint not null,
    undone boolean not null default false,
    primary key (institution, msgid)
);
comment on table training.bill is '模拟医院自己的结算台账，用来对账；冲正的标记 undone';

create table training.reconciliation (
    id bigint generated always as identity primary key,
    institution text not null,
    insutype text not null,
    clearing text not null,
    day date not null,
    bills int not null,
    total_fen bigint not null,
    same boolean not null,
    says text not null,
    made_at timestamptz not null
);
comment on table training.reconciliation is '模拟医院的对总账（3201）';
create index reconciliation_day on training.reconciliation (day, institution);

create table training.day (
    one boolean primary key default true check (one),
    begun_at timestamp not null,
    seed bigint not null,
    visits int not null,
    finished_at timestamptz
);
comment on table training.day is '演示的一天：begun_at、seed、visits 决定全部就诊和报文ID，中断后重做不会重复';

create table training.day_visit (
    place int primary key,
    institution text not null,
    kind text not null,
    outcome text not null,
    fault text not null,
    calls int not null,
    done_at timestamptz not null
);
comment on table training.day_visit is '演示的一天里已经办完的就诊';
