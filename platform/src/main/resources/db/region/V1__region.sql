-- The counties of the pooling region and how many people live there.

create table region.county (
    code text primary key check (code ~ '^[0-9]{6}$'),
    name text not null check (name <> ''),
    tier text not null default '',
    unit_id bigint not null,
    version int not null default 1,
    updated_by text not null,
    updated_at timestamptz not null
);
comment on table region.county is '统筹区所辖区县';
comment on column region.county.tier is '区县分档，决定财政补助分担比例';
comment on column region.county.unit_id is '负责该区县的单位，决定数据范围';

create table region.population (
    id bigint generated always as identity primary key,
    county text not null references region.county,
    year int not null check (year between 1949 and 2200),
    registered bigint not null check (registered >= 0),
    resident bigint not null check (resident >= 0),
    source text not null check (source <> ''),
    source_date date not null,
    batch_id bigint,
    told_by text not null,
    told_at timestamptz not null
);
comment on table region.population is '各区县年末人口，只增不改；同一区县同一年度以最后一次为准';
comment on column region.population.registered is '户籍人口';
comment on column region.population.resident is '常住人口';
comment on column region.population.source is '数据来源文件';
comment on column region.population.batch_id is '导入批次；手工登记的为空';
create index population_latest on region.population (county, year, id desc);

create function region.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '人口数据只能新增，不能修改或删除';
end $$;
create trigger population_stays before update or delete on region.population
    for each row execute function region.refuse_change();
