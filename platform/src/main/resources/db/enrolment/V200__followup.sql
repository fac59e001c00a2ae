-- People who should be enrolled and are not: who calls them, what came of it. A person is followed once at a time.

create table enrolment.followup (
    id bigint generated always as identity primary key,
    person_id bigint not null references enrolment.person,
    county text not null check (county ~ '^[0-9]{6}$'),
    reason text not null check (reason in ('NOT_RENEWED', 'RELATIVE_ENROLLED', 'ON_ROLL_ONLY', 'UNPAID')),
    assignee_id bigint not null,
    assignee_name text not null,
    due date not null,
    remind_on date,
    state text not null default '待联系' check (state in ('待联系', '联系中', '已办结')),
    outcome text not null default '',
    assigned_by bigint not null,
    assigned_name text not null,
    assigned_at timestamptz not null default now(),
    closed_by bigint,
    closed_name text not null default '',
    closed_at timestamptz,
    version int not null default 0,
    constraint closed_with_outcome check ((state = '已办结') = (closed_at is not null) and (state = '已办结') = (outcome <> ''))
);
comment on table enrolment.followup is '应保未保人员的动员：由谁联系、期限、结果';
comment on column enrolment.followup.remind_on is '下次联系的日期';
create unique index followup_open on enrolment.followup (person_id) where state <> '已办结';
create index followup_mine on enrolment.followup (assignee_id, due) where state <> '已办结';
create index followup_county on enrolment.followup (county, id desc);

create table enrolment.contact (
    id bigint generated always as identity primary key,
    followup_id bigint not null references enrolment.followup,
    day date not null,
    way text not null check (way in ('电话', '上门', '短信', '其他')),
    result text not null check (result <> ''),
    note text not null default '',
    told_by bigint not null,
    told_name text not null,
    told_at timestamptz not null default now()
);
comment on table enrolment.contact is '动员的每一次联系，不能改不能删';
create index contact_followup on enrolment.contact (followup_id, id);

create trigger kept before delete or truncate on enrolment.followup
    for each statement execute function enrolment.refuse();
create trigger kept before update or delete or truncate on enrolment.contact
    for each statement execute function enrolment.refuse();

create function enrolment.keep_closed() returns trigger language plpgsql as $$
begin
    if old.state = '已办结' or (old.person_id, old.county, old.reason, old.assigned_at)
            is distinct from (new.person_id, new.county, new.reason, new.assigned_at) then
        raise exception '% of % is refused', tg_op, tg_table_name using errcode = '23514';
    end if;
    return new;
end $$;
create trigger closed before update on enrolment.followup for each row execute function enrolment.keep_closed();

-- Whoever enrols need not be called any more, whichever way the period came on file.
create function enrolment.close_followups() returns trigger language plpgsql as $$
begin
    update enrolment.followup f set state = '已办结', outcome = '已参保', closed_name = '系统', closed_at = now(),
        version = version + 1
    where f.state <> '已办结' and f.reason <> 'UNPAID'
        and f.person_id in (select person_id from fresh where not cancelled and scheme <> 'care'
            and (to_day is null or to_day >= current_date));
    return null;
end $$;
create trigger followed after insert on enrolment.enrolment referencing new table as fresh
    for each statement execute function enrolment.close_followups();
