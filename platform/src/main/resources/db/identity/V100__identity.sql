-- Units, users, roles. Nothing here is deleted: units and users are closed, so that old records keep their names.

create table identity.unit (
    id bigint generated always as identity primary key,
    code text not null unique check (code <> ''),
    name text not null check (name <> ''),
    nature text not null,
    level text not null check (level in ('市级', '县级')),
    parent_id bigint references identity.unit,
    region text not null check (region <> ''),
    staff int check (staff >= 0),
    active boolean not null default true,
    version int not null default 1,
    updated_by text not null,
    updated_at timestamptz not null default now(),
    check (parent_id is distinct from id)
);
comment on table identity.unit is '单位：部门（最上级）、本级、所属单位、县区局';

create table identity.user_account (
    id bigint generated always as identity primary key,
    user_name text not null unique check (user_name = lower(user_name)),
    display_name text not null check (display_name <> ''),
    unit_id bigint not null references identity.unit,
    scope text not null check (scope in ('own', 'below', 'all')),
    active boolean not null default true,
    password_hash text not null,
    password_set_at timestamptz not null,
    password_temporary boolean not null default true,
    totp_secret bytea,
    totp_confirmed_at timestamptz,
    totp_last_step bigint not null default 0,
    session_no int not null default 1,
    grant_no int not null default 1,
    external_subject text unique,
    last_sign_in_at timestamptz,
    version int not null default 1,
    updated_by text not null,
    updated_at timestamptz not null default now()
);
comment on table identity.user_account is '用户';
comment on column identity.user_account.scope is '数据范围：own 本单位 below 本单位及下级 all 全部';
comment on column identity.user_account.totp_secret is '动态口令密钥，SM4-GCM 加密';
comment on column identity.user_account.totp_last_step is '最后一次用过的动态口令时间步，不能再用';
comment on column identity.user_account.session_no is '加一即注销该用户的全部会话';
comment on column identity.user_account.grant_no is '加一即让会话重新读取权限和数据范围';
comment on column identity.user_account.external_subject is '统一身份认证中的标识';

create table identity.password_history (
    id bigint generated always as identity primary key,
    user_id bigint not null references identity.user_account,
    password_hash text not null,
    set_at timestamptz not null
);
create index password_history_user on identity.password_history (user_id, id desc);

create table identity.recovery_code (
    id bigint generated always as identity primary key,
    user_id bigint not null references identity.user_account,
    code_hash text not null,
    used_at timestamptz
);
create index recovery_code_user on identity.recovery_code (user_id);

create table identity.sign_in_guard (
    user_name text primary key,
    failures int not null,
    last_failure_at timestamptz not null,
    locked_until timestamptz
);
comment on table identity.sign_in_guard is '连续登录失败的次数和锁定；不存在的用户名也一样计，免得由此看出用户是否存在';

create table identity.role (
    id bigint generated always as identity primary key,
    code text not null unique check (code <> ''),
    name text not null unique check (name <> ''),
    kind text not null check (kind in ('system', 'security', 'audit', 'business')),
    note text not null default '',
    second_factor boolean not null default false,
    active boolean not null default true,
    version int not null default 1,
    updated_by text not null,
    updated_at timestamptz not null default now()
);
comment on table identity.role is '角色';
comment on column identity.role.kind is 'system 系统管理员 security 安全管理员 audit 审计管理员：三者互斥，也不与业务角色 business 并用';

create table identity.role_right (
    role_id bigint not null references identity.role,
    right_code text not null,
    primary key (role_id, right_code)
);

create table identity.user_role (
    user_id bigint not null references identity.user_account,
    role_id bigint not null references identity.role,
    primary key (user_id, role_id)
);
create index user_role_role on identity.user_role (role_id);

create table identity.known_right (
    code text primary key,
    known_since timestamptz not null default now()
);
comment on table identity.known_right is '见过的权限：新权限第一次出现时按预置角色表授予，以后只由安全管理员增减';

create table identity.policy (
    id bigint generated always as identity primary key,
    value jsonb not null,
    valid_from timestamptz not null,
    reason text not null,
    set_by text not null,
    set_at timestamptz not null default now()
);
comment on table identity.policy is '安全策略，按时间保留每一次设置';
