create table job.job (
    id bigint generated always as identity primary key,
    kind text not null,
    title text not null,
    parameters jsonb not null,
    state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
    done bigint not null default 0,
    total bigint not null default 0,
    message text not null default '',
    result jsonb not null default '{}',
    error_code text,
    error_message text,
    user_id bigint not null,
    submitted_by jsonb not null,
    submitted_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    attempts int not null default 0,
    cancel_requested boolean not null default false
);

create index job_user on job.job (user_id, id desc);
create index job_open on job.job (state) where state in ('queued', 'running');

-- The table of db-scheduler; its columns are given by the library.
create table job.scheduled_task (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);

create index scheduled_task_due on job.scheduled_task (execution_time);
create index scheduled_task_heartbeat on job.scheduled_task (last_heartbeat);
