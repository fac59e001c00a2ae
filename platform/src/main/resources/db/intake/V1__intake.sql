-- Lists that come in row by row. Rows are staged and checked first, and posted part by part by the duty that owns the data.

create table intake.batch (
    id bigint generated always as identity primary key,
    kind text not null,
    kind_name text not null,
    parameters text not null,
    unit_id bigint not null,
    file_id bigint not null,
    file_name text not null,
    sha256 text not null,
    same_as bigint references intake.batch,
    same_reason text not null default '',
    fields text[] not null default '{}',
    ignored text[] not null default '{}',
    state text not null check (state in ('检查中', '待处理', '可入账', '入账中', '已入账', '冲销中', '已冲销', '失败', '已作废')),
    generation int not null default 1,
    job_id bigint,
    correct_rows int not null default 0,
    wrong_rows int not null default 0,
    warned_rows int not null default 0,
    unchanged_rows int not null default 0,
    skipped_rows int not null default 0,
    posted_rows int not null default 0,
    parts int not null default 0,
    failure text not null default '',
    reason text not null default '',
    notes text[] not null default '{}',
    hands bigint[] not null default '{}',
    created_by bigint not null,
    created_name text not null,
    created_at timestamptz not null,
    posted_name text,
    posted_at timestamptz,
    updated_at timestamptz not null,
    version int not null default 1
);
comment on table intake.batch is '批量导入的批次';
comment on column intake.batch.parameters is '整份名单的参数，按键排序的 JSON';
comment on column intake.batch.same_as is '同一文件先前的批次；再次导入须说明原因';
comment on column intake.batch.fields is '各行单元格依次属于哪些栏目';
comment on column intake.batch.ignored is '文件中没有导入的列';
comment on column intake.batch.generation is '第几次检查；旧任务据此得知自己已被取代';
comment on column intake.batch.hands is '上传和改正过的用户，复核人不能在内';
comment on column intake.batch.notes is '入账结束时的说明';
create unique index batch_once on intake.batch (kind, sha256, parameters)
    where same_as is null and state not in ('已冲销', '失败', '已作废');
create index batch_unit on intake.batch (unit_id, id desc);

create table intake.row (
    batch_id bigint not null references intake.batch,
    row_no int not null,
    cells text[] not null,
    sealed bytea,
    state text not null check (state in ('正确', '有误', '无变化', '跳过', '已入账', '已冲销')),
    part int,
    outcome text not null default '',
    key_hash uuid,
    mended boolean not null default false,
    version int not null default 1,
    primary key (batch_id, row_no)
) with (fillfactor = 85);
comment on table intake.row is '批次的各行：原样的单元格；个人信息只存掩码，原文加密在 sealed';
comment on column intake.row.part is '在第几部分入账';
comment on column intake.row.outcome is '入账结果，或跳过的原因';

create table intake.problem (
    id bigint generated always as identity primary key,
    batch_id bigint not null references intake.batch,
    row_no int not null,
    field text not null,
    title text not null,
    severity text not null check (severity in ('错误', '提醒')),
    code text not null,
    value text not null,
    expected text not null
);
comment on table intake.problem is '各行的问题；个人信息已掩码';
create index problem_row on intake.problem (batch_id, row_no);

create table intake.part (
    batch_id bigint not null references intake.batch,
    part int not null,
    first_row int not null,
    last_row int not null,
    rows int not null,
    posted_by bigint not null,
    posted_at timestamptz not null,
    primary key (batch_id, part)
);
comment on table intake.part is '逐部分入账的记录，与入账在同一事务中写入';
