-- Family accounts: who may use whose personal account, and what each holder's account paid of a settlement. Amounts are in fen.

create table settlement.family_binding (
    id bigint generated always as identity primary key,
    payer bigint not null,
    member bigint not null,
    county text not null,
    relation text not null check (relation <> ''),
    place int not null check (place between 1 and 99),
    begins date not null,
    ends date,
    yearly_limit_fen bigint check (yearly_limit_fen > 0),
    state text not null check (state in ('待复核', '有效', '已退回')),
    opinion text not null default '',
    end_reason text not null default '',
    entered_by bigint not null,
    entered_name text not null,
    entered_at timestamptz not null,
    reviewed_by bigint,
    reviewed_name text not null default '',
    ended_by bigint,
    ended_name text not null default '',
    check (payer <> member),
    check (ends is null or ends >= begins - 1),
    check (reviewed_by is null or reviewed_by <> entered_by)
);
comment on table settlement.family_binding is '家庭共济：账户持有人授权亲属使用自己的个人账户';
comment on column settlement.family_binding.place is '使用顺序：小的先用';
comment on column settlement.family_binding.ends is '最后一天；解除即填写，绑定当天解除的为前一天';
create index family_binding_member on settlement.family_binding (member, begins) where state = '有效';
create index family_binding_payer on settlement.family_binding (payer);
create unique index family_binding_open on settlement.family_binding (payer, member)
    where state in ('待复核', '有效') and ends is null;

create table settlement.family_share (
    settlement_id bigint not null references settlement.settlement,
    payer bigint not null,
    member bigint not null,
    year int not null,
    fen bigint not null check (fen > 0),
    primary key (settlement_id, payer)
);
comment on table settlement.family_share is '共济支付：一笔结算中每个亲属的个人账户各付多少；撤销的结算不再计入';
create index family_share_payer on settlement.family_share (payer, member, year);
create trigger family_share_append_only before update or delete on settlement.family_share
    for each row execute function settlement.refuse_change();
create trigger family_share_kept before truncate on settlement.family_share
    for each statement execute function settlement.refuse_change();
