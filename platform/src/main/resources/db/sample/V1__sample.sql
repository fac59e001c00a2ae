-- Which synthetic region this installation holds, and what of it is done. One region an installation.

create table sample.region (
    one boolean primary key default true check (one),
    pack text not null check (pack <> ''),
    people int not null check (people > 0),
    seed bigint not null,
    day date not null,
    begun_by text not null,
    begun_at timestamptz not null,
    steps int not null default 0,
    person_id bigint,
    finished_at timestamptz
);
comment on table sample.region is '合成统筹区：政策包、人数、种子、业务日期；同样的四项得到同样的统筹区';
comment on column sample.region.steps is '共有多少步';
comment on column sample.region.person_id is '可以先看的一份参保档案';

create table sample.step (
    name text primary key check (name <> ''),
    done_at timestamptz not null default now()
);
comment on table sample.step is '已完成的步骤：与该步骤写入的内容在同一事务中；中断后从下一步继续';
