-- A cancellation that was itself reversed (2601 of 2208, 2305 or 2103): what it had cancelled is settled again, to the same fen,
-- and goes by the number that the institution knows.
create table settlement.restored (
    settlement_id bigint primary key references settlement.settlement,
    original_id bigint not null unique references settlement.settlement,
    number text not null check (number <> '')
);
comment on table settlement.restored is '冲正撤销后恢复的结算';
comment on column settlement.restored.number is '机构所知的结算ID';
create index restored_number on settlement.restored (number);
create trigger restored_append_only before update or delete on settlement.restored
    for each row execute function settlement.refuse_change();
