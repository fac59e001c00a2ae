-- Performance management: targets, monitoring, self-evaluation, sampled evaluation.

create table performance.sheet (
    id bigint generated always as identity primary key,
    year int not null check (year between 2000 and 2100),
    unit_id bigint not null,
    project_id bigint not null default 0,
    project_code text not null default '',
    project_name text not null check (project_name <> ''),
    goal text not null default '',
    functional_item text not null default '',
    state text not null default '草稿' check (state in ('草稿', '已提交', '已审核', '已批复', '已调整')),
    revision int not null default 1,
    replaces bigint references performance.sheet,
    adjust_reason text not null default '',
    version int not null default 1,
    updated_by text not null,
    updated_at timestamptz not null default now(),
    unique (year, unit_id, project_id, revision)
);
comment on table performance.sheet is '绩效目标表：一个项目（或部门整体）一个年度，调整后另立一版';
comment on column performance.sheet.project_id is '项目；0 为部门整体';
comment on column performance.sheet.replaces is '被本版调整的上一版';
create unique index sheet_one_open on performance.sheet (year, unit_id, project_id)
    where state in ('草稿', '已提交', '已审核');
create unique index sheet_one_approved on performance.sheet (year, unit_id, project_id) where state = '已批复';

create table performance.indicator (
    id bigint generated always as identity primary key,
    sheet_id bigint not null references performance.sheet on delete cascade,
    position int not null,
    level1 text not null,
    level2 text not null,
    name text not null,
    explanation text not null default '',
    standard text not null default '',
    operator text not null check (operator in ('≥', '≤', '=', '<', '>', '定性')),
    target text not null default '',
    unit text not null default '',
    weight numeric(6, 2) not null check (weight >= 0),
    prior text not null default '',
    source text not null default '填报' check (source in ('填报', '绑定')),
    binding text not null default '',
    unique (sheet_id, position)
);
comment on table performance.indicator is '绩效指标';

create table performance.step (
    id bigint generated always as identity primary key,
    object text not null check (object in ('sheet', 'monitor', 'evaluation', 'review')),
    object_id bigint not null,
    action text not null,
    state text not null,
    opinion text not null default '',
    by_id bigint not null,
    by_name text not null,
    at timestamptz not null
);
create index step_object on performance.step (object, object_id);
comment on table performance.step is '办理过程：谁、何时、做了什么、意见';

create table performance.monitor (
    id bigint generated always as identity primary key,
    sheet_id bigint not null references performance.sheet,
    until_month int not null check (until_month between 1 and 12),
    state text not null default '草稿' check (state in ('草稿', '已提交', '已审核')),
    reason text not null default '',
    measures text not null default '',
    money jsonb,
    version int not null default 1,
    updated_by text not null,
    updated_at timestamptz not null default now(),
    unique (sheet_id, until_month)
);
comment on table performance.monitor is '绩效运行监控：一张目标表一个监控期';
comment on column performance.monitor.until_month is '监控期是 1 月至该月，执行数截至该月最后一天';
comment on column performance.monitor.money is '提交时的预算和执行数；提交前实时取账';

create table performance.monitor_value (
    monitor_id bigint not null references performance.monitor on delete cascade,
    indicator_id bigint not null references performance.indicator,
    actual text not null default '',
    expected text not null default '',
    reason text not null default '',
    primary key (monitor_id, indicator_id)
);

create table performance.evaluation (
    id bigint generated always as identity primary key,
    sheet_id bigint not null unique references performance.sheet,
    state text not null default '草稿' check (state in ('草稿', '已提交', '已审核', '已确认')),
    achieved text not null default '',
    execution_reason text not null default '',
    money jsonb,
    total numeric(6, 2),
    grade text not null default '',
    version int not null default 1,
    updated_by text not null,
    updated_at timestamptz not null default now()
);
comment on table performance.evaluation is '绩效自评';
comment on column performance.evaluation.money is '提交时的资金行；提交前实时取账';

create table performance.evaluation_value (
    evaluation_id bigint not null references performance.evaluation on delete cascade,
    indicator_id bigint not null references performance.indicator,
    actual text not null default '',
    share numeric(5, 2) check (share between 0 and 100),
    share_reason text not null default '',
    score numeric(6, 2),
    score_reason text not null default '',
    reason text not null default '',
    primary key (evaluation_id, indicator_id)
);
comment on column performance.evaluation_value.share is '定性指标评定的档次（占分值的百分比）';
comment on column performance.evaluation_value.score is '人为调低后的得分；空为按规则得分';

create table performance.evidence (
    id bigint generated always as identity primary key,
    evaluation_id bigint not null references performance.evaluation,
    indicator_id bigint not null references performance.indicator,
    file_id bigint not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    sha256 text not null,
    by_id bigint not null,
    by_name text not null,
    at timestamptz not null,
    removed_by text,
    removed_at timestamptz
);
create index evidence_evaluation on performance.evidence (evaluation_id);
comment on table performance.evidence is '佐证材料；移除的保留记录';

create table performance.review (
    id bigint generated always as identity primary key,
    sheet_id bigint not null unique references performance.sheet,
    number text not null default '',
    state text not null default '草稿' check (state in ('草稿', '已确认')),
    sampled_because text not null default '',
    background text not null default '',
    organisation text not null default '',
    problems text not null default '',
    measures text not null default '',
    advice text not null default '',
    total numeric(6, 2),
    grade text not null default '',
    version int not null default 1,
    updated_by text not null,
    updated_at timestamptz not null default now()
);
comment on table performance.review is '重点评价：抽取的项目另行评价';

create table performance.review_item (
    review_id bigint not null references performance.review on delete cascade,
    position int not null,
    part text not null,
    section text not null,
    name text not null,
    indicator_id bigint references performance.indicator,
    weight numeric(6, 2) not null check (weight >= 0),
    score numeric(6, 2),
    reason text not null default '',
    primary key (review_id, position)
);
comment on table performance.review_item is '评价指标体系的打分';

create table performance.library (
    id bigint generated always as identity primary key,
    field text not null,
    level1 text not null,
    level2 text not null,
    name text not null,
    explanation text not null default '',
    standard text not null default '',
    operator text not null check (operator in ('≥', '≤', '=', '<', '>', '定性')),
    unit text not null default '',
    binding text not null default '',
    active boolean not null default true,
    version int not null default 1,
    updated_by text not null default '系统',
    updated_at timestamptz not null default now(),
    unique (level1, level2, name)
);
comment on table performance.library is '指标库：常用的绩效指标';

create table performance.warning_rule (
    code text primary key,
    until_month int not null default 0,
    measure text not null check (measure in ('执行率', '执行数', '完成进度', '预计完成率')),
    below numeric(8, 2) not null,
    level text not null check (level in ('提示', '预警')),
    says text not null
);
comment on table performance.warning_rule is '运行监控预警规则：截至某月（0 为各监控期）某项低于界限时预警';
comment on column performance.warning_rule.measure is '执行率：累计执行数占全年预算的百分比；执行数：累计执行数（元）；完成进度：累计完成值占目标值的百分比；预计完成率：预计全年完成值占目标值的百分比';

create table performance.deadline (
    stage text not null check (stage in ('目标', '监控', '自评')),
    until_month int not null default 0,
    year_offset int not null,
    month int not null check (month between 1 and 12),
    day int not null check (day between 1 and 31),
    asked boolean not null default true,
    primary key (stage, until_month)
);
comment on table performance.deadline is '各环节的截止日期；year_offset 为相对预算年度的年数；监控每个监控期一行';
comment on column performance.deadline.until_month is '监控期的最后一个月；其他环节为 0';
comment on column performance.deadline.asked is '是否列入待办催报；否的监控期也可以填报';

create table performance.review_template (
    position int primary key,
    part text not null,
    section text not null,
    name text not null,
    weight numeric(6, 2) not null
);
comment on table performance.review_template is '重点评价指标体系中各项目共用的部分；产出和效益按项目的绩效指标展开';

create table performance.review_share (
    position int primary key,
    part text not null,
    level1 text[] not null,
    weight numeric(6, 2) not null
);
comment on table performance.review_share is '重点评价中产出、效益两部分的分值，和它们包括的一级指标';
