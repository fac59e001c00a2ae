-- Who may call, what was asked, what was answered.

create table gateway.access (
    institution text primary key check (institution ~ '^[HP][0-9]{11}$'),
    style text not null check (style in ('none', 'tif', 'csb', 'apikey', 'sm2')),
    key_id text not null default '',
    secret bytea,
    public_key text not null default '',
    cipher bytea,
    numbers_as_text boolean not null default false,
    open boolean not null default true,
    changed_by bigint not null,
    changed_name text not null,
    changed_at timestamptz not null default now(),
    version int not null default 0,
    check (style = 'none' or secret is not null or public_key <> '')
);
comment on table gateway.access is '机构接入：没有行的机构不能调用';
comment on column gateway.access.secret is '签名密钥，加密存放；cipher 为报文加密密钥';
comment on column gateway.access.numbers_as_text is 'infcode 以字符串返回（部分客户端要求）';
create unique index access_key on gateway.access (key_id) where key_id <> '';

create table gateway.sign_in (
    number text primary key,
    institution text not null,
    operator text not null,
    mac text not null,
    ip text not null,
    signed_at timestamptz not null default now(),
    ended_at timestamptz
);
comment on table gateway.sign_in is '签到：同一操作员在有效期内得到同一签到编号';
create unique index sign_in_open on gateway.sign_in (institution, operator) where ended_at is null;

create table gateway.call (
    institution text not null,
    msgid text not null,
    transaction text not null,
    digest bytea not null,
    answer text not null,
    answered_at timestamptz not null default now(),
    primary key (institution, msgid)
);
comment on table gateway.call is '已办成的业务请求：同一报文ID再来，答复同一内容';

create table gateway.log (
    id bigint generated always as identity primary key,
    happened_at timestamptz not null,
    institution text not null,
    transaction text not null,
    msgid text not null,
    fault text not null,
    took_micros bigint not null,
    address text not null
);
comment on table gateway.log is '调用记录，供接口符合性页面查看；不含报文内容';
create index log_institution on gateway.log (institution, id desc);
