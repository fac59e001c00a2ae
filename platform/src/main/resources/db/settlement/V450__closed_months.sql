-- What was reviewed takes nothing late either: a statement gets its rows while it waits, and none afterwards.

create function settlement.refuse_late() returns trigger language plpgsql as $$
declare
    late bigint;
begin
    select min(s.id) into late from settlement.statement s
    where s.state <> '待复核' and s.id in (select statement_id from added);
    if late is not null then
        raise exception '月结单 % 不在待复核，不能再加入', late using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create trigger cleared_late after insert on settlement.cleared
    referencing new table as added for each statement execute function settlement.refuse_late();
create trigger statement_part_late after insert on settlement.statement_part
    referencing new table as added for each statement execute function settlement.refuse_late();
create trigger statement_fund_late after insert on settlement.statement_fund
    referencing new table as added for each statement execute function settlement.refuse_late();
