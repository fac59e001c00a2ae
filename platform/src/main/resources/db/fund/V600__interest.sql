-- Interest of personal accounts for a year: computed into lines, reviewed by a second person, posted part by part.

create table fund.interest_run (
    id bigint generated always as identity primary key,
    year int not null check (year between 2000 and 2100),
    bank_account text not null references fund.account,
    state text not null check (state in ('计算中', '待复核', '入账中', '已入账', '冲回中', '已冲回', '已撤回')),
    accounts int not null default 0,
    left_out int not null default 0,
    fen bigint not null default 0,
    entered_by bigint not null,
    entered_name text not null,
    entered_at timestamptz not null default now(),
    reviewed_by bigint,
    reviewed_name text not null default '',
    reversed_by bigint,
    reversed_name text not null default '',
    reason text not null default '',
    job_id bigint,
    version int not null default 0,
    constraint four_eyes check (reviewed_by <> entered_by),
    constraint reviewed check (state in ('计算中', '待复核', '已撤回') or reviewed_by is not null),
    constraint reversed_with_reason check (state not in ('冲回中', '已冲回') or (reversed_by is not null and reason <> ''))
);
comment on table fund.interest_run is '个人账户年度计息：计算、复核、入账、冲回';
comment on column fund.interest_run.bank_account is '利息收入所在的存款科目';
create unique index interest_once on fund.interest_run (year) where state not in ('已冲回', '已撤回');

create table fund.interest_line (
    run_id bigint not null references fund.interest_run,
    person bigint not null references fund.personal_account,
    part int not null,
    carried_fen bigint not null check (carried_fen >= 0),
    current_fen bigint not null check (current_fen >= 0),
    last_movement bigint not null,
    problem text not null default '',
    primary key (run_id, person)
);
comment on table fund.interest_line is '每个账户的利息；problem 不为空的没有计息，须人工核对';
comment on column fund.interest_line.last_movement is '计息时最后一笔变动，入账时核对';
create index interest_line_part on fund.interest_line (run_id, part);

create table fund.interest_part (
    run_id bigint not null references fund.interest_run,
    part int not null,
    accounts int not null,
    fen bigint not null,
    voucher_id bigint,
    reversal_id bigint,
    primary key (run_id, part)
);
comment on table fund.interest_part is '已入账的部分，与凭证同一事务登记';
