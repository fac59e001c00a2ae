-- Accounts of insured persons: which user reads whose file. Nothing is deleted: accounts are closed.
create table service.account (
    user_id bigint primary key,
    user_name text not null,
    person_id bigint not null,
    county text not null,
    checked text not null check (checked <> ''),
    opened_by bigint not null,
    opened_name text not null,
    opened_at timestamptz not null,
    closed_by bigint,
    closed_name text not null default '',
    closed_at timestamptz,
    close_reason text not null default '',
    check ((closed_at is null) = (closed_by is null))
);
comment on table service.account is '参保人查询账户：由经办人员核验身份后开立';
comment on column service.account.checked is '核验了什么证件';
create unique index account_one_open on service.account (person_id) where closed_at is null;
