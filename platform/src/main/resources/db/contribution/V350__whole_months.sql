-- Months of many employers at once: what a declaration was assessed of, and the declarations of an employer in order of time.

alter table contribution.declaration add column inputs text not null default '';
comment on column contribution.declaration.inputs is '核定所依据的参保情况的摘要；提交时没有变化的不必重算';
create index declaration_employer on contribution.declaration (employer_id, month desc, id desc);
