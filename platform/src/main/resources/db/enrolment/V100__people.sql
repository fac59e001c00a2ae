-- One file per person (一人一档): acts, people, households, employers, periods in schemes, identities. Nothing is deleted; a
-- row changes only under an act, and what it was before stays in the history.

create table enrolment.act (
    id bigint generated always as identity primary key,
    kind text not null check (kind <> ''),
    state text not null check (state in ('待复核', '已办结', '已退回', '已撤回')),
    person_id bigint,
    subject text not null default '',
    county text not null default '',
    summary text not null check (summary <> ''),
    effective date not null,
    content bytea,
    notes text[] not null default '{}',
    batch_id bigint,
    part int,
    undoes bigint references enrolment.act,
    undone_by bigint references enrolment.act,
    entered_by bigint not null,
    entered_name text not null,
    entered_at timestamptz not null default now(),
    handled_by bigint,
    handled_name text not null default '',
    handled_at timestamptz,
    opinion text not null default '',
    constraint handled_by_somebody check ((state = '待复核') = (handled_at is null) and (handled_at is null) = (handled_by is null)),
    constraint four_eyes check (state <> '已办结' or handled_by <> entered_by or entered_by = 0 or batch_id is not null),
    constraint undone_when_done check (undone_by is null or state = '已办结')
);
comment on table enrolment.act is '业务办理：受理、复核、办结；每一次变动都有一件';
comment on column enrolment.act.subject is '办理的人员或单位的名称';
comment on column enrolment.act.county is '经办的区县，六位代码；空为全市';
comment on column enrolment.act.content is '加密的申请内容：含证件号码、电话等个人信息';
comment on column enrolment.act.notes is '办理时发现、需要留意的情况，如死亡后仍有缴费';
comment on column enrolment.act.batch_id is '批量导入的批次';
comment on column enrolment.act.part is '批次的第几部分';
comment on column enrolment.act.undoes is '撤销的是哪一件';
create index act_person on enrolment.act (person_id, id) where person_id is not null;
create index act_waiting on enrolment.act (county, id) where state = '待复核';
create index act_batch on enrolment.act (batch_id) where batch_id is not null;

create table enrolment.household (
    id bigint generated always as identity primary key,
    number text not null unique check (number <> ''),
    county text not null check (county ~ '^[0-9]{6}$'),
    address text not null default '',
    act_id bigint not null references enrolment.act
);
comment on table enrolment.household is '户：户号、住址';

create table enrolment.employer (
    id bigint generated always as identity primary key,
    code text not null unique check (code <> ''),
    name text not null check (name <> ''),
    kind text not null check (kind in ('机关', '事业单位', '企业', '社会组织', '个体工商户', '学校', '村居')),
    county text not null check (county ~ '^[0-9]{6}$'),
    registered date not null,
    closed date check (closed >= registered),
    act_id bigint not null references enrolment.act
);
comment on table enrolment.employer is '参保单位，也包括代办参保的学校和村居；编码为统一社会信用代码';
create index employer_county on enrolment.employer (county, id);

create table enrolment.person (
    id bigint generated always as identity primary key,
    number text not null unique check (number <> ''),
    name text not null check (name <> ''),
    certificate_type text not null check (certificate_type ~ '^[0-9]{2}$'),
    certificate_hash bytea not null,
    certificate_sealed bytea not null,
    certificate_masked text not null,
    sex text not null check (sex in ('male', 'female', '')),
    born date not null,
    died date check (died >= born),
    county text not null check (county ~ '^[0-9]{6}$'),
    household_id bigint references enrolment.household,
    relation text not null default '',
    guardian_id bigint references enrolment.person,
    phone_sealed bytea,
    phone_masked text not null default '',
    merged_into bigint references enrolment.person check (merged_into <> id),
    cancelled boolean not null default false,
    act_id bigint not null references enrolment.act
);
comment on table enrolment.person is '参保人（一人一档）；证件号码只以密文、检索值和掩码保存';
comment on column enrolment.person.number is '人员编号';
comment on column enrolment.person.relation is '与户主关系';
comment on column enrolment.person.guardian_id is '新生儿随父或母参保时的父或母';
comment on column enrolment.person.merged_into is '重复建档，已并入';
create unique index person_certificate on enrolment.person (certificate_hash) where merged_into is null and not cancelled;
create index person_merged on enrolment.person (merged_into) where merged_into is not null;
create index person_name on enrolment.person (name text_pattern_ops);
create index person_masked on enrolment.person (certificate_masked text_pattern_ops);
create index person_household on enrolment.person (household_id) where household_id is not null;
create index person_guardian on enrolment.person (guardian_id) where guardian_id is not null;
create index person_act on enrolment.person (act_id);

create table enrolment.enrolment (
    id bigint generated always as identity primary key,
    person_id bigint not null references enrolment.person,
    scheme text not null check (scheme <> ''),
    person_type text not null default '',
    from_day date not null,
    to_day date check (to_day >= from_day),
    end_reason text not null default '',
    employer_id bigint references enrolment.employer,
    county text not null check (county ~ '^[0-9]{6}$'),
    fee_tier text not null default '',
    cancelled boolean not null default false,
    act_id bigint not null references enrolment.act,
    constraint ended_with_reason check ((to_day is null) = (end_reason = ''))
);
comment on table enrolment.enrolment is '参保登记：某人在某险种的一段时间；同一险种的各段不重叠';
create index enrolment_person on enrolment.enrolment (person_id, scheme);
create index enrolment_employer on enrolment.enrolment (employer_id, from_day) where employer_id is not null and not cancelled;
create index enrolment_scheme on enrolment.enrolment (scheme, county) where not cancelled;
create index enrolment_act on enrolment.enrolment (act_id);

create table enrolment.identity (
    id bigint generated always as identity primary key,
    person_id bigint not null references enrolment.person,
    word text not null check (word <> ''),
    from_day date not null,
    to_day date check (to_day >= from_day),
    department text not null check (department <> ''),
    document text not null default '',
    end_reason text not null default '',
    cancelled boolean not null default false,
    act_id bigint not null references enrolment.act,
    constraint identity_ended_with_reason check (to_day is not null or end_reason = '')
);
comment on table enrolment.identity is '特殊身份：低保、特困、重残等，由来源部门认定，有起止日期；同一身份的各段不重叠';
create index identity_person on enrolment.identity (person_id, word);
create index identity_word on enrolment.identity (word, department) where not cancelled;
create index identity_act on enrolment.identity (act_id);

create table enrolment.credited (
    id bigint generated always as identity primary key,
    person_id bigint not null references enrolment.person,
    months int not null check (months > 0),
    source text not null check (source in ('视同缴费', '转入')),
    cancelled boolean not null default false,
    act_id bigint not null references enrolment.act
);
comment on table enrolment.credited is '计入职工医保缴费年限、但不是本地按月实缴的月数';
create index credited_person on enrolment.credited (person_id);

create table enrolment.transfer (
    id bigint generated always as identity primary key,
    direction text not null check (direction in ('转入', '转出')),
    person_id bigint not null references enrolment.person,
    scheme text not null,
    other_region text not null check (other_region <> ''),
    number text not null check (number <> ''),
    months int not null check (months >= 0),
    account_fen bigint not null check (account_fen >= 0),
    day date not null,
    cancelled boolean not null default false,
    act_id bigint not null references enrolment.act
);
comment on table enrolment.transfer is '医保关系转移接续：参保凭证';
comment on column enrolment.transfer.day is '转入的第一天，或转出的最后一天';
create unique index transfer_number on enrolment.transfer (number) where not cancelled;
create index transfer_person on enrolment.transfer (person_id);
create index transfer_act on enrolment.transfer (act_id);

create table enrolment.credential (
    id bigint generated always as identity primary key,
    person_id bigint not null references enrolment.person,
    serial text not null unique check (serial <> ''),
    issued_at timestamptz not null default now(),
    issued_by text not null,
    revoked_at timestamptz,
    revoked_by text not null default '',
    reason text not null default '',
    constraint revoked_with_reason check ((revoked_at is null) = (reason = ''))
);
comment on table enrolment.credential is '医保电子凭证；一人至多一张有效';
create unique index credential_valid on enrolment.credential (person_id) where revoked_at is null;

create table enrolment.history (
    id bigint generated always as identity primary key,
    act_id bigint not null references enrolment.act,
    source text not null,
    row_id bigint not null,
    before jsonb not null,
    after jsonb not null
);
comment on table enrolment.history is '每一行的每一次变动，由数据库自己记下，不能改不能删';
create index history_act on enrolment.history (act_id);
create index history_row on enrolment.history (source, row_id, id);

create function enrolment.keep_history() returns trigger language plpgsql as $$
declare
    act bigint := nullif(current_setting('enrolment.act', true), '')::bigint;
begin
    if act is null then
        raise exception '% changes only under an act', tg_table_name using errcode = '23514';
    end if;
    insert into enrolment.history (act_id, source, row_id, before, after)
        values (act, tg_table_name, old.id, to_jsonb(old), to_jsonb(new));
    return null;
end $$;

create function enrolment.refuse() returns trigger language plpgsql as $$
begin
    raise exception '% of % is refused', tg_op, tg_table_name using errcode = '23514';
end $$;

-- The people are held until the end of the transaction, so that two at once cannot both find the place free.
create function enrolment.refuse_overlap() returns trigger language plpgsql
    set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    twice bigint;
begin
    perform 1 from enrolment.person where id in (select person_id from fresh) order by id for no key update;
    execute format(
        'select f.person_id from fresh f join enrolment.%1$I e
            on e.person_id = f.person_id and e.%2$I = f.%2$I and e.id <> f.id and not e.cancelled
        where not f.cancelled and daterange(e.from_day, e.to_day, ''[]'') && daterange(f.from_day, f.to_day, ''[]'') limit 1',
        tg_table_name, tg_argv[0]) into twice;
    if twice is not null then
        raise exception 'periods of person % overlap in %', twice, tg_table_name using errcode = '23P01';
    end if;
    return null;
end $$;

do $$
declare
    name text;
begin
    foreach name in array array['household', 'employer', 'person', 'enrolment', 'identity', 'credited', 'transfer'] loop
        execute format('create trigger history after update on enrolment.%I for each row execute function enrolment.keep_history()', name);
    end loop;
    foreach name in array array['act', 'household', 'employer', 'person', 'enrolment', 'identity', 'credited', 'transfer', 'credential'] loop
        execute format('create trigger kept before delete or truncate on enrolment.%I for each statement execute function enrolment.refuse()', name);
    end loop;
    create trigger kept before update or delete or truncate on enrolment.history
        for each statement execute function enrolment.refuse();
    for name in select unnest(array['insert', 'update']) loop
        execute format('create trigger overlap_%1$s after %1$s on enrolment.enrolment referencing new table as fresh
            for each statement execute function enrolment.refuse_overlap(''scheme'')', name);
        execute format('create trigger overlap_%1$s after %1$s on enrolment.identity referencing new table as fresh
            for each statement execute function enrolment.refuse_overlap(''word'')', name);
    end loop;
end $$;
