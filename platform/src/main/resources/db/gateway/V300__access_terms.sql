-- What else was agreed with an institution, and how it came about.

alter table gateway.access
    add column sign_in_required boolean not null default false,
    add column addresses text[] not null default '{}';
comment on column gateway.access.sign_in_required is '业务交易须先签到（9001）并带签到编号';
comment on column gateway.access.addresses is '允许的客户端地址或网段；签名方式为 none 时没有列出的地址不能调用，其他方式空为不限';

create table gateway.access_change (
    id bigint generated always as identity primary key,
    institution text not null references gateway.access (institution),
    act text not null check (act in ('开通', '修改', '换密钥', '停用', '恢复')),
    style text not null,
    key_id text not null,
    ciphered boolean not null,
    numbers_as_text boolean not null,
    sign_in_required boolean not null,
    addresses text[] not null,
    open boolean not null,
    reason text not null,
    changed_by bigint not null,
    changed_name text not null,
    changed_at timestamptz not null
);
comment on table gateway.access_change is '接入的每次变动，不含密钥';
create index access_change_institution on gateway.access_change (institution, id desc);

create index log_shown on gateway.log (institution, transaction, id desc);
