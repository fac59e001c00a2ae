-- What an agreement says about the deposit (质保金), by the day from which it says so.

create table provider.agreement_deposit (
    id bigint generated always as identity primary key,
    agreement_id bigint not null references provider.agreement,
    begins date not null,
    rate int not null check (rate between 0 and 1000000),
    source text not null check (source <> '')
);
comment on table provider.agreement_deposit is '服务协议约定的质保金比例：同一协议以起始日期最晚、最后登记的为准';
comment on column provider.agreement_deposit.rate is '质保金扣留比例，单位为百万分之一';
comment on column provider.agreement_deposit.source is '协议条款';
create index agreement_deposit_of on provider.agreement_deposit (agreement_id, begins);

create function provider.keep_deposit() returns trigger language plpgsql as $$
begin
    raise exception '质保金约定只增加，不更改' using errcode = 'restrict_violation';
end $$;
create trigger agreement_deposit_append_only before update or delete on provider.agreement_deposit
    for each row execute function provider.keep_deposit();
