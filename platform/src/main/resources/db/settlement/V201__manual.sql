-- Manual reimbursement: an application from acceptance to payment, each act by another person. Amounts are in fen.

create table settlement.application (
    id bigint generated always as identity primary key,
    number text not null unique check (number <> ''),
    person_id bigint not null,
    person_number text not null,
    county text not null,
    kind text not null,
    scheme text not null,
    care text not null,
    visit_id bigint not null unique references settlement.visit,
    hospital_code text not null default '',
    hospital_name text not null check (hospital_name <> ''),
    begun date not null,
    ended date not null,
    total_fen bigint not null check (total_fen > 0),
    use_account boolean not null,
    holder text not null,
    bank text not null,
    account_sealed bytea not null,
    account_masked text not null,
    agent text not null default '',
    state text not null check (state in
        ('待补正', '待初审', '待复核', '待支付', '已支付', '付款失败', '不予支付', '已撤回', '已撤销')),
    due_on date,
    due_fen bigint not null default 0,
    settlement_id bigint references settlement.settlement,
    accepted_by bigint not null,
    accepted_name text not null,
    accepted_on date not null,
    reviewed_by bigint,
    reviewed_name text not null default '',
    approved_by bigint,
    approved_name text not null default '',
    cancel_by bigint,
    cancel_name text not null default '',
    cancel_reason text not null default '',
    version int not null default 1,
    created_at timestamptz not null default now(),
    check (ended >= begun),
    check (reviewed_by is null or reviewed_by <> accepted_by),
    check (approved_by is null or approved_by not in (accepted_by, coalesce(reviewed_by, accepted_by))),
    check ((state in ('待支付', '已支付', '付款失败', '已撤销')) = (settlement_id is not null))
);
comment on table settlement.application is '手工报销申请：受理、初审、复核、支付，三人各办一步';
comment on column settlement.application.due_on is '本环节的办理期限；办结后为空';
comment on column settlement.application.due_fen is '应付给参保人的金额';
create index application_state on settlement.application (state, due_on);
create index application_person on settlement.application (person_id);

create table settlement.application_invoice (
    application_id bigint not null references settlement.application,
    number text not null check (number <> ''),
    fen bigint not null check (fen > 0),
    live boolean not null default true,
    primary key (application_id, number)
);
comment on table settlement.application_invoice is '票据：有效的申请之间不能重复';
create unique index application_invoice_once on settlement.application_invoice (number) where live;

create table settlement.application_material (
    application_id bigint not null references settlement.application,
    material text not null,
    received_at timestamptz,
    received_name text not null default '',
    primary key (application_id, material)
);
comment on table settlement.application_material is '材料清单：没有收到时间的是缺件';

create table settlement.application_step (
    id bigint generated always as identity primary key,
    application_id bigint not null references settlement.application,
    action text not null,
    state text not null,
    note text not null default '',
    by_id bigint not null,
    by_name text not null,
    at timestamptz not null
);
comment on table settlement.application_step is '办理过程，只能追加';
create index application_step_of on settlement.application_step (application_id, id);
create trigger application_step_append_only before update or delete on settlement.application_step
    for each row execute function settlement.refuse_change();

create table settlement.calendar_day (
    day date primary key,
    working boolean not null,
    note text not null check (note <> ''),
    told_name text not null,
    told_at timestamptz not null default now()
);
comment on table settlement.calendar_day is '节假日和调休上班日；没有写明的，星期一至星期五为工作日';
