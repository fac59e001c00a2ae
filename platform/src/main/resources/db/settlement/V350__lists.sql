-- Settlement lists: what institutions tell of settled cases. A new upload is a new version; only the latest can be submitted.

create sequence settlement.list_number;

create table settlement.list (
    number text not null check (number ~ '^[0-9]{9}$'),
    version int not null check (version > 0),
    settlement_id bigint not null references settlement.settlement,
    settlement text not null,
    visit text not null,
    person_id bigint not null,
    person text not null,
    provider text not null,
    settled_on date not null,
    state text not null check (state in ('已上传', '已提交')),
    head jsonb not null,
    personal bytea not null,
    nodes jsonb not null,
    findings jsonb not null default '[]',
    faulty boolean not null,
    message text not null,
    uploaded_at timestamptz not null,
    primary key (number, version),
    unique (settlement_id, version),
    check (state = '已上传' or not faulty)
);
comment on table settlement.list is '医疗保障基金结算清单：机构上传、补全本系统的人员和金额、按规则质控；每次上传一版，最新一版有效';
comment on column settlement.list.number is '清单流水号（setl_list_id）';
comment on column settlement.list.personal is '住址、联系人等个人信息，加密';
create index list_provider on settlement.list (provider, settled_on);
create index list_settlement on settlement.list (settlement);
create index list_submitted on settlement.list (settled_on) where state = '已提交';
