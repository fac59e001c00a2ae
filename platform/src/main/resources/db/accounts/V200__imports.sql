-- Imports: files of a treasury system become entries. A batch is checked in staging rows first and posted as a whole.

create table accounts.import_template (
    id bigint generated always as identity primary key,
    name text not null check (name <> ''),
    system text not null default '',
    active boolean not null default true,
    version int not null default 1,
    unit_id bigint not null,
    updated_by text not null,
    updated_at timestamptz not null
);
comment on table accounts.import_template is '导入模板：外部系统导出文件的列与明细字段的对应';
comment on column accounts.import_template.system is '来源系统';
comment on column accounts.import_template.version is '最新的版本号';
create unique index import_template_name on accounts.import_template (unit_id, name) where active;

create table accounts.import_template_version (
    template_id bigint not null references accounts.import_template,
    version int not null,
    mapping jsonb not null,
    created_by text not null,
    created_at timestamptz not null,
    primary key (template_id, version)
);
comment on table accounts.import_template_version is '导入模板的各个版本，只增不改';

create table accounts.import_upload (
    file_id bigint primary key,
    user_id bigint not null,
    created_at timestamptz not null
);
comment on table accounts.import_upload is '为导入而上传的文件及上传人';

create table accounts.import_batch (
    id bigint generated always as identity primary key,
    book_id bigint not null references accounts.book,
    unit_id bigint not null,
    file_id bigint not null,
    file_name text not null,
    sha256 text not null,
    template text not null default '',
    mapping jsonb not null,
    kind text not null,
    sheet text not null default '',
    headers jsonb not null default '[]',
    state text not null check (state in ('检查中', '待处理', '可入账', '入账中', '已入账', '已冲销', '失败', '已作废')),
    generation int not null default 1,
    job_id bigint,
    correct_rows int not null default 0,
    wrong_rows int not null default 0,
    skipped_rows int not null default 0,
    warned_rows int not null default 0,
    correct_fen bigint not null default 0,
    unit_ids bigint[] not null default '{}',
    failure text not null default '',
    posted_rows int,
    left_out_rows int,
    posted_by text,
    posted_at timestamptz,
    reason text not null default '',
    created_by bigint not null,
    created_name text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version int not null default 1
);
comment on table accounts.import_batch is '导入批次';
comment on column accounts.import_batch.unit_id is '上传人所在单位';
comment on column accounts.import_batch.unit_ids is '各行归属的单位';
comment on column accounts.import_batch.generation is '第几次检查；旧任务据此得知自己已被取代';
comment on column accounts.import_batch.reason is '冲销或作废的原因';
create unique index import_batch_once on accounts.import_batch (book_id, sha256, kind, sheet)
    where state not in ('已冲销', '失败', '已作废');
create index import_batch_book on accounts.import_batch (book_id, id desc);

create table accounts.import_row (
    batch_id bigint not null references accounts.import_batch,
    row_no int not null,
    cells jsonb not null,
    formulas int[] not null default '{}',
    state text not null check (state in ('正确', '有误', '跳过')),
    reason text not null default '',
    mended boolean not null default false,
    unit_id bigint,
    entry_date date,
    voucher_no text not null default '',
    summary text not null default '',
    counterparty text not null default '',
    project_id bigint,
    functional_code text not null default '',
    economic_code text not null default '',
    fund text not null default '',
    nature text not null default '',
    fen bigint not null default 0,
    enterprise text not null default '',
    times int not null default 0,
    people int not null default 0,
    purpose text not null default '',
    entry_id bigint,
    version int not null default 1,
    primary key (batch_id, row_no)
);
comment on table accounts.import_row is '导入批次的各行：原样的单元格，以及解读出的明细或登记簿内容';
comment on column accounts.import_row.entry_id is '入账后的明细；登记簿的批次为登记簿的行';
create index import_row_entry on accounts.import_row (entry_id) where entry_id is not null;

create table accounts.import_problem (
    id bigint generated always as identity primary key,
    batch_id bigint not null references accounts.import_batch,
    row_no int not null,
    column_no int not null,
    header text not null,
    field text not null,
    severity text not null check (severity in ('错误', '提醒')),
    code text not null,
    value text not null,
    expected text not null
);
comment on table accounts.import_problem is '单元格的问题';
comment on column accounts.import_problem.column_no is '列号，从 0 起；-1 表示文件中没有这一列';
create index import_problem_row on accounts.import_problem (batch_id, row_no);

