-- Documents as the engines read them, published documents, audits of uploads.

create table disclosure.document (
    id bigint generated always as identity primary key,
    file_name text not null,
    title text not null,
    region text,
    bureau text,
    year int,
    kind text check (kind in ('BUDGET', 'FINAL')),
    unit text not null,
    staff int,
    usable boolean not null,
    verdict text not null,
    supplement text not null default '',
    tables int not null,
    facts int not null,
    narrative int not null,
    pass int not null,
    fail int not null,
    warn int not null,
    skip int not null,
    problems int not null,
    view_units json not null,
    view_tables json not null,
    view_findings json not null,
    view_skipped json not null,
    view_passed json not null,
    view_sentences json not null,
    view_listings json not null,
    view_problems json not null,
    model json not null,
    created_at timestamptz not null default now()
);
comment on table disclosure.document is '读入并审核过的文件：概况、各表、句子、发现';
comment on column disclosure.document.model is '可供比较的表和文字数字，键的次序有意义，故用 json 而不用 jsonb';

create table disclosure.fact (
    document_id bigint not null references disclosure.document on delete cascade,
    position int not null,
    topic text not null,
    side text,
    code text,
    name text not null,
    column_name text not null,
    column_role text not null,
    fen bigint not null,
    printed_unit text not null,
    place text not null,
    primary key (document_id, position)
);
comment on table disclosure.fact is '文件各表中的每一个数，金额单位为分';
create index fact_code on disclosure.fact (topic, code) where code is not null;

create table disclosure.publication (
    id bigint generated always as identity primary key,
    slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{2,79}$'),
    title text not null,
    region text not null,
    bureau text not null,
    unit_id bigint not null,
    year int not null check (year between 2000 and 2100),
    kind text not null check (kind in ('BUDGET', 'FINAL')),
    number int not null check (number >= 1),
    approved_on date,
    published_on date,
    origin text not null default '',
    source_title text not null default '',
    source_note text not null default '',
    replaces bigint references disclosure.publication,
    replaced_by bigint references disclosure.publication,
    state text not null default 'published' check (state in ('published', 'withdrawn')),
    withdrawn_reason text,
    withdrawn_by text,
    withdrawn_at timestamptz,
    document_id bigint references disclosure.document,
    job_id bigint not null default 0,
    published_by text not null,
    created_at timestamptz not null default now(),
    version int not null default 1,
    unique (region, bureau, unit_id, year, kind, number),
    check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
comment on table disclosure.publication is '公开的文件；更正另成一条，前后互相指向；撤下的只留记录';
create index publication_order on disclosure.publication (published_on desc, id desc);

create table disclosure.publication_file (
    publication_id bigint not null references disclosure.publication,
    format text not null check (format in ('XLSX', 'DOCX', 'HTML', 'PDF')),
    file_id bigint not null,
    size bigint not null,
    sha256 text not null,
    sm3 text not null,
    primary key (publication_id, format)
);
comment on table disclosure.publication_file is '公开的文件的各种格式及其摘要值';

create table disclosure.upload (
    id bigint generated always as identity primary key,
    user_id bigint not null,
    user_name text not null,
    unit_id bigint not null,
    file_id bigint not null,
    file_name text not null,
    size bigint not null,
    sha256 text not null,
    job_id bigint not null default 0,
    state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'removed')),
    step int not null default 0,
    message text not null default '',
    error_code text,
    document_id bigint references disclosure.document,
    report_html bigint,
    report_xlsx bigint,
    report_json bigint,
    uploaded_at timestamptz not null default now(),
    finished_at timestamptz
);
comment on table disclosure.upload is '上传审核的文件，按人存放；删除后只留名称';
create index upload_user on disclosure.upload (user_id, id desc);
create index upload_unit on disclosure.upload (unit_id, id desc);
