-- What the console's lists are cut by: where the person is looked after, and where the care was given.
alter table settlement.visit add column person_county text not null default '';
alter table settlement.visit add column provider_county text not null default '';
comment on column settlement.visit.person_county is '登记时参保人所属区县，六位代码；provider_county 为就诊机构所在区县';
create index visit_begun on settlement.visit (begun desc, id desc);
create index settlement_day on settlement.settlement (settled_on, id);

alter table settlement.filing add column county text not null default '';
comment on column settlement.filing.county is '备案时参保人所属区县，六位代码';

create table settlement.filing_act (
    id bigint generated always as identity primary key,
    act text not null check (act in ('登记', '终止', '撤销')),
    person_id bigint not null,
    county text not null,
    kind text not null check (kind in ('慢特病', '转院', '定点', '意外伤害')),
    filing text not null default '',
    word text not null default '',
    code text not null default '',
    provider text not null default '',
    begins date not null,
    ends date,
    reason text not null default '',
    state text not null check (state in ('待复核', '已办结', '已退回', '已撤回')),
    opinion text not null default '',
    entered_by bigint not null,
    entered_name text not null,
    entered_at timestamptz not null,
    handled_by bigint,
    handled_name text not null default '',
    handled_at timestamptz,
    check ((act = '登记') or filing <> ''),
    check ((state = '待复核') = (handled_at is null)),
    constraint filing_four_eyes check (state <> '已办结' or kind in ('定点', '意外伤害') or handled_by <> entered_by)
);
comment on table settlement.filing_act is '经办机构办理的备案事项：改变待遇的（慢特病、转院）一人登记、另一人复核';
create index filing_act_person on settlement.filing_act (person_id, id);
create index filing_act_waiting on settlement.filing_act (county, id) where state = '待复核';
