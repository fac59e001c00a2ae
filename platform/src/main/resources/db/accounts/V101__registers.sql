-- What stands beside the entries: contracts, assets, three-public events, last year's figures, limits of warnings and
-- the reasons given for them. Rows that others rely on are cancelled with a reason, never deleted.

create table accounts.contract (
    id bigint generated always as identity primary key,
    book_id bigint not null references accounts.book,
    unit_id bigint not null,
    project_id bigint references accounts.project,
    number text not null check (number <> ''),
    name text not null check (name <> ''),
    kind text not null check (kind in ('货物', '工程', '服务')),
    supplier text not null check (supplier <> ''),
    sme boolean not null,
    micro boolean not null,
    fen bigint not null check (fen > 0),
    signed_on date not null,
    batch_id bigint,
    cancelled boolean not null default false,
    cancel_reason text not null default '',
    version int not null default 1,
    created_by bigint not null,
    created_name text not null,
    created_at timestamptz not null default now(),
    updated_by text not null,
    updated_at timestamptz not null default now(),
    constraint micro_is_sme check (sme or not micro),
    constraint cancelled_with_reason check (cancelled = (cancel_reason <> ''))
);
comment on table accounts.contract is '政府采购合同：政府采购支出和授予中小企业、小微企业合同金额的依据';
comment on column accounts.contract.sme is '授予中小企业（含小微企业）';
comment on column accounts.contract.micro is '授予小微企业';
create unique index contract_number on accounts.contract (book_id, number) where not cancelled;
create index contract_batch on accounts.contract (batch_id) where batch_id is not null;
comment on column accounts.contract.batch_id is '导入批次';

create table accounts.asset (
    id bigint generated always as identity primary key,
    bureau_id bigint not null,
    unit_id bigint not null,
    kind text not null check (kind in ('车辆', '大型设备')),
    purpose text not null default '',
    number text not null check (number <> ''),
    name text not null check (name <> ''),
    fen bigint not null check (fen > 0),
    bought_on date not null,
    disposed_on date,
    cancelled boolean not null default false,
    cancel_reason text not null default '',
    version int not null default 1,
    created_by bigint not null,
    created_name text not null,
    created_at timestamptz not null default now(),
    updated_by text not null,
    updated_at timestamptz not null default now(),
    constraint disposed_after_bought check (disposed_on >= bought_on),
    constraint vehicle_has_purpose check ((kind = '车辆') = (purpose in ('副部（省）级以上领导用车', '主要领导干部用车', '机要通信用车',
        '应急保障用车', '执法执勤用车', '特种专业技术用车', '离退休干部用车', '其他用车'))),
    constraint cancelled_with_reason check (cancelled = (cancel_reason <> ''))
);
comment on table accounts.asset is '国有资产占用：公务用车和单价 100 万元（含）以上设备；年末数 = 当年年末前购入且未处置、未作废';
create unique index asset_number on accounts.asset (bureau_id, number) where not cancelled;

create table accounts.three_public_event (
    id bigint generated always as identity primary key,
    book_id bigint not null references accounts.book,
    unit_id bigint not null,
    kind text not null check (kind in ('因公出国', '公务接待', '公务用车购置')),
    event_date date not null,
    name text not null check (name <> ''),
    purpose text not null default '',
    times int not null check (times between 1 and 10000),
    people int not null check (people between 0 and 100000),
    batch_id bigint,
    cancelled boolean not null default false,
    cancel_reason text not null default '',
    version int not null default 1,
    created_by bigint not null,
    created_name text not null,
    created_at timestamptz not null default now(),
    updated_by text not null,
    updated_at timestamptz not null default now(),
    constraint people_where_counted check ((kind = '公务用车购置') = (people = 0)),
    constraint cancelled_with_reason check (cancelled = (cancel_reason <> ''))
);
comment on table accounts.three_public_event is '“三公”事项：出国团组、国内公务接待、公务用车购置的次数和人次；金额取自支出明细';
comment on column accounts.three_public_event.times is '团组数、批次数或购置辆数';
comment on column accounts.three_public_event.people is '出国人次或接待人次';
create index three_public_event_book on accounts.three_public_event (book_id, kind);
create index three_public_event_batch on accounts.three_public_event (batch_id) where batch_id is not null;
comment on column accounts.three_public_event.batch_id is '导入批次';

create table accounts.prior_figure (
    id bigint generated always as identity primary key,
    book_id bigint not null references accounts.book,
    unit_id bigint not null,
    key text not null check (key <> ''),
    value numeric(20, 2) not null,
    source text not null check (source <> ''),
    version int not null default 1,
    updated_by text not null,
    updated_at timestamptz not null default now(),
    unique (book_id, unit_id, key)
);
comment on table accounts.prior_figure is '上年决算数，用于与上年比较；键与公开文本的数据键相同';
comment on column accounts.prior_figure.book_id is '本年账套：值是它的上一年度的';
comment on column accounts.prior_figure.unit_id is '单位；0 为部门汇总';
comment on column accounts.prior_figure.value is '金额的单位是元，计数的单位是个';

create table accounts.execution_limit (
    code text primary key,
    name text not null,
    value bigint not null,
    value_unit text not null check (value_unit in ('百万分之一', '分', '月')),
    severity text not null check (severity in ('提示', '需说明')),
    source text not null check (source <> ''),
    version int not null default 1,
    updated_by text not null default '系统',
    updated_at timestamptz not null default now()
);
comment on table accounts.execution_limit is '执行进度预警的界限；比率以百万分之一计，金额以分计';

insert into accounts.execution_limit (code, name, value, value_unit, severity, source) values
    ('year_end_rate', '年末执行率偏低', 800000, '百万分之一', '需说明', '各地预算执行审计通报的通行口径：执行率低于 80% 的项目须说明原因'),
    ('behind_time', '落后时间进度', 100000, '百万分之一', '提示', '本部门内控口径：落后时间进度 10 个百分点以上提示'),
    ('over_budget', '超预算支出', 1000000, '百万分之一', '需说明', '《中华人民共和国预算法》第十三条：未列入预算的不得支出'),
    ('no_expense_month', '项目没有支出', 6, '月', '需说明', '本部门内控口径：半年仍无支出的项目须说明原因'),
    ('december_share', '年底突击支出', 250000, '百万分之一', '需说明', '本部门内控口径：十二月支出超过全年四分之一视为年底突击支出'),
    ('round_sum', '大额整数支出', 10000000, '分', '提示', '审计常见疑点：10 万元以上且为整万元的单笔支出');

create table accounts.execution_reason (
    id bigint generated always as identity primary key,
    book_id bigint not null references accounts.book,
    unit_id bigint not null,
    project_id bigint not null default 0,
    code text not null references accounts.execution_limit,
    reason text not null check (reason <> ''),
    version int not null default 1,
    updated_by text not null,
    updated_at timestamptz not null default now(),
    unique (book_id, unit_id, project_id, code)
);
comment on table accounts.execution_reason is '对执行进度预警给出的原因';
comment on column accounts.execution_reason.project_id is '项目；0 为单位整体';
