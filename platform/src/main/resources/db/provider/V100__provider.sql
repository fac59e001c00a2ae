-- Hospitals, clinics, pharmacies and village posts, who works there, and the agreements with them. What changes somebody's
-- standing or an account is an act that a second person decides on; acts are the handling trail of everything here.

create table provider.institution (
    code text primary key check (code ~ '^[HP][0-9]{11}$'),
    name text not null check (name <> ''),
    kind text not null check (kind in ('医院', '社区卫生服务机构', '乡镇卫生院', '诊所', '村卫生室', '其他医疗机构', '零售药店')),
    tcm boolean not null default false,
    county text not null,
    town text not null default '',
    address text not null default '',
    credit_code text not null default '',
    longitude numeric(9, 6) check (longitude between 73 and 136),
    latitude numeric(9, 6) check (latitude between 3 and 54),
    opened date not null,
    closed date,
    batch_id bigint,
    version int not null default 1,
    created_name text not null,
    created_at timestamptz not null default now(),
    updated_by text not null,
    updated_at timestamptz not null default now(),
    constraint pharmacy_code check ((kind = '零售药店') = (code like 'P%')),
    constraint both_coordinates check ((longitude is null) = (latitude is null)),
    constraint closed_after_opened check (closed >= opened)
);
comment on table provider.institution is '医药机构：医院、诊所、药店、村卫生室';
create index institution_county on provider.institution (county);

create table provider.level (
    institution text not null references provider.institution,
    begins date not null,
    level text not null check (level in ('01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11')),
    primary key (institution, begins)
);
comment on table provider.level is '机构等级（hosp_lv），自 begins 起至下一个之前';

create table provider.account (
    id bigint generated always as identity primary key,
    institution text not null references provider.institution,
    begins date not null,
    holder text not null check (holder <> ''),
    bank text not null check (bank <> ''),
    sealed bytea not null,
    masked text not null
);
comment on table provider.account is '收款账户：经复核后启用，最近启用的有效；账号加密';
create index account_of on provider.account (institution, begins);

create table provider.agreement (
    id bigint generated always as identity primary key,
    institution text not null references provider.institution,
    state text not null check (state in ('申请', '评估', '协商', '生效', '中止', '解除', '未通过', '撤回')),
    applied_on date not null,
    materials jsonb not null default '[]',
    score numeric(5, 2) check (score between 0 and 100),
    terms text not null default '',
    number text check (number <> ''),
    begins date,
    ends date,
    ended_on date,
    barred_until date,
    previous bigint references provider.agreement,
    unique (number),
    unique (previous),
    constraint signed_with_dates check ((state in ('生效', '中止', '解除')) = (number is not null and begins is not null and ends is not null)),
    constraint terms_in_order check (ends >= begins),
    constraint ended_when_terminated check ((state = '解除') = (ended_on is not null))
);
comment on table provider.agreement is '医疗保障服务协议：从申请到签订、续签、中止、解除';
comment on column provider.agreement.ended_on is '解除之日：自当日起不再有效';
comment on column provider.agreement.barred_until is '在此日期之前（含）不受理重新申请';
create index agreement_of on provider.agreement (institution);
create unique index agreement_under_way on provider.agreement (institution) where state in ('申请', '评估', '协商');

create table provider.agreement_score (
    agreement_id bigint not null references provider.agreement,
    item text not null,
    points numeric(5, 2) not null check (points >= 0),
    note text not null default '',
    primary key (agreement_id, item)
);
comment on table provider.agreement_score is '评估得分';

create table provider.agreement_suspension (
    agreement_id bigint not null references provider.agreement,
    begins date not null,
    ends date,
    primary key (agreement_id, begins),
    constraint days check (ends >= begins)
);
comment on table provider.agreement_suspension is '协议中止的日期；ends 为空则至恢复为止';

-- The agreements in force on a day.
create function provider.in_force(day date) returns table (institution text, agreement_id bigint, number text) language sql stable as $$
    select a.institution, a.id, a.number from provider.agreement a
    where a.begins <= day and a.ends >= day and (a.ended_on is null or a.ended_on > day)
        and not exists (select from provider.agreement_suspension s
            where s.agreement_id = a.id and s.begins <= day and (s.ends is null or s.ends >= day))
$$;

create table provider.staff (
    code text primary key check (code ~ '^(D|N|HY|HJ)[0-9]{12}$'),
    name text not null check (name <> ''),
    title text not null default '',
    specialty text not null default '',
    identity_sealed bytea,
    identity_hash bytea unique,
    identity_masked text not null default '',
    batch_id bigint,
    created_name text not null,
    created_at timestamptz not null default now(),
    updated_by text not null,
    updated_at timestamptz not null default now(),
    constraint identity_whole check ((identity_sealed is null) = (identity_hash is null))
);
comment on table provider.staff is '医保医师（D）、护士（N）、药师（HY）、技术人员（HJ）；证件号码加密';

create table provider.practice (
    staff text not null references provider.staff,
    institution text not null references provider.institution,
    begins date not null,
    ends date,
    department text not null default '',
    primary key (staff, institution, begins),
    constraint days check (ends >= begins)
);
comment on table provider.practice is '在机构执业的日期';
create index practice_at on provider.practice (institution);

create table provider.prescribing_stop (
    staff text not null references provider.staff,
    begins date not null,
    ends date,
    reason text not null check (reason <> ''),
    act_id bigint not null,
    primary key (staff, begins),
    constraint days check (ends >= begins)
);
comment on table provider.prescribing_stop is '暂停或终止医保处方权（支付资格）的日期；ends 为空则至恢复为止';

create table provider.qualification_score (
    act_id bigint primary key,
    staff text not null references provider.staff,
    scored_on date not null,
    points int not null check (points between 1 and 12),
    reason text not null check (reason <> '')
);
comment on table provider.qualification_score is '支付资格记分，按自然年度累计';
create index qualification_score_of on provider.qualification_score (staff, scored_on);

create table provider.village (
    code text primary key check (code ~ '^[0-9]{12}$'),
    name text not null check (name <> ''),
    town text not null default '',
    county text not null,
    people int not null default 0 check (people between 0 and 10000000),
    batch_id bigint,
    updated_by text not null,
    updated_at timestamptz not null default now()
);
comment on table provider.village is '行政村，用于村村通';
create index village_county on provider.village (county);

create table provider.village_post (
    village text not null references provider.village,
    institution text not null references provider.institution,
    begins date not null,
    ends date,
    primary key (village, institution, begins),
    constraint days check (ends >= begins)
);
comment on table provider.village_post is '服务于行政村的机构；一个机构可以服务多个村';
create index village_post_of on provider.village_post (institution);

create table provider.act (
    id bigint generated always as identity primary key,
    subject text not null check (subject in ('institution', 'agreement', 'staff')),
    subject_id text not null,
    county text not null,
    title text not null,
    kind text not null,
    on_date date not null,
    until_date date,
    reason text not null default '',
    details jsonb not null default '{}',
    state text not null check (state in ('已办', '待复核', '已通过', '已退回')),
    proposed_by bigint not null,
    proposed_name text not null,
    proposed_at timestamptz not null default now(),
    decided_by bigint,
    decided_name text not null default '',
    decided_at timestamptz,
    note text not null default '',
    constraint four_eyes check (decided_by <> proposed_by),
    constraint decided check ((state in ('已通过', '已退回')) = (decided_at is not null))
);
comment on table provider.act is '办理记录：谁提出、谁复核；只增加，不改写';
create index act_of on provider.act (subject, subject_id);
create unique index act_waiting on provider.act (subject, subject_id) where state = '待复核';
