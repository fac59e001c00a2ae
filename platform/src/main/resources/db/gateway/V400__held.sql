-- The call of a message id, which is held until the end of the transaction: looked for after nobody else holds it, in one visit.
create function gateway.held(wanted_institution text, wanted_msgid text) returns setof gateway.call language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('gateway.call ' || wanted_institution || ' ' || wanted_msgid, 0));
    return query select * from gateway.call where institution = wanted_institution and msgid = wanted_msgid;
end $$;
