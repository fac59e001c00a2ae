-- Documents derived from the books, and their versions from draft to publication.

create table accounts.document (
    id bigint generated always as identity primary key,
    unit_id bigint not null,
    year int not null,
    kind text not null check (kind in ('预算', '决算')),
    rolled_up boolean not null,
    money_unit text not null default '万元' check (money_unit in ('元', '万元')),
    blank_zeros boolean not null default false,
    three_public_base text not null default '全年预算数' check (three_public_base in ('全年预算数', '年初预算数')),
    created_by text not null,
    created_at timestamptz not null default now(),
    unique (unit_id, year, kind)
);
comment on table accounts.document is '部门预决算文档：一个单位（或部门汇总）一个年度一种文档，内容由账套推导';
comment on column accounts.document.rolled_up is '是否含下级单位';

create table accounts.document_version (
    id bigint generated always as identity primary key,
    document_id bigint not null references accounts.document,
    number int not null check (number > 0),
    state text not null default '草稿' check (state in ('草稿', '已提交审核', '已批复', '已公开')),
    correction_reason text not null default '',
    snapshot jsonb,
    watermark bigint,
    submitted_by bigint,
    submitted_at timestamptz,
    approved_by bigint,
    approved_on date,
    approval_number text,
    due_on date,
    publishing_job bigint,
    published_at timestamptz,
    publication_id bigint,
    files jsonb,
    version int not null default 1,
    updated_by text not null,
    updated_at timestamptz not null default now(),
    unique (document_id, number),
    constraint corrected_with_reason check (number = 1 or correction_reason <> ''),
    constraint frozen check ((state = '草稿') = (snapshot is null)),
    constraint approved_by_other check (approved_by is null or approved_by <> submitted_by),
    constraint approval_complete check ((state in ('已批复', '已公开')) = (approved_on is not null)),
    constraint published_complete check ((state = '已公开') = (publication_id is not null))
);
comment on table accounts.document_version is '文档版本：提交时冻结数据和取数范围（watermark 为计入的最大明细号），公开后锁定';
create unique index document_one_open on accounts.document_version (document_id) where state <> '已公开';

create function accounts.refuse_published_change() returns trigger language plpgsql as $$
begin
    raise exception '已公开的版本不能修改或删除' using errcode = 'restrict_violation';
end $$;
create trigger document_version_locked before update or delete on accounts.document_version
    for each row when (old.state = '已公开') execute function accounts.refuse_published_change();

create table accounts.document_words (
    id bigint generated always as identity primary key,
    version_id bigint not null references accounts.document_version,
    kind text not null check (kind in ('原因', '文字', '补充数')),
    key text not null check (key <> ''),
    body text not null,
    version int not null default 1,
    updated_by text not null,
    updated_at timestamptz not null default now(),
    unique (version_id, kind, key)
);
comment on table accounts.document_words is '人工填写的内容：变动原因、文字段落（每行一条）、表和登记簿以外的补充数';

create table accounts.document_words_history (
    id bigint generated always as identity primary key,
    version_id bigint not null references accounts.document_version,
    kind text not null,
    key text not null,
    body_before text not null,
    body_after text not null,
    changed_by text not null,
    changed_at timestamptz not null default now()
);
comment on table accounts.document_words_history is '人工填写内容的每次修改';
create index document_words_history_version on accounts.document_words_history (version_id, kind, key);

create table accounts.document_trail (
    id bigint generated always as identity primary key,
    version_id bigint not null references accounts.document_version,
    action text not null,
    opinion text not null default '',
    by_id bigint not null,
    by_name text not null,
    at timestamptz not null default now()
);
comment on table accounts.document_trail is '办理过程';
create index document_trail_version on accounts.document_trail (version_id, id);

create table accounts.document_limit (
    code text not null,
    valid_from int not null,
    name text not null,
    value bigint not null,
    value_unit text not null check (value_unit in ('百万分之一', '分', '天')),
    source text not null check (source <> ''),
    primary key (code, valid_from)
);
comment on table accounts.document_limit is '须说明原因的界限和公开期限，按预算年度生效；比率以百万分之一计，金额以分计';

insert into accounts.document_limit (code, valid_from, name, value, value_unit, source) values
    ('change_rate', 2000, '与上年相比变动比例', 100000, '百万分之一', '本部门内控口径：变动 10% 以上须说明原因'),
    ('change_amount', 2000, '与上年相比变动金额', 1000000000, '分', '本部门内控口径：变动 1000 万元以上无论比例都须说明原因'),
    ('change_floor', 2000, '与上年相比变动金额的起点', 1000000, '分', '本部门内控口径：变动不足 1 万元不要求说明'),
    ('three_public_rate', 2000, '“三公”经费占预算的比例', 1000000, '百万分之一', '《党政机关厉行节约反对浪费条例》：“三公”经费在预算内支出'),
    ('adjusted_rate', 2000, '预算调整占年初预算的比例', 300000, '百万分之一', '本部门内控口径：调整超过年初预算 30% 须说明原因'),
    ('carry_over_rate', 2000, '年末结转和结余占收入总计的比例', 300000, '百万分之一', '本部门内控口径：结转结余超过三成须说明原因'),
    ('publish_days', 2000, '批复后公开的期限', 20, '天', '《中华人民共和国预算法》第十四条：批复后二十日内向社会公开');
