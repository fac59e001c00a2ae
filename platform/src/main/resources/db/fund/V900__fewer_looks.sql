-- What every posting waits for, looked at once: all entries of a statement together instead of each by itself, and what a voucher takes
-- out of guarded accounts only when it takes something.

drop trigger entry_fits on fund.entry;
drop function fund.check_entry();

-- A line belongs to its voucher and repeats what that says. There are as many lines as the voucher announces, so that none can
-- be added once it is whole.
create function fund.take_up() returns trigger language plpgsql as $$
declare
    wrong record;
begin
    select e.voucher_id, e.account, a.leaf, a.name, a.party,
        v.id is not null and (e.fund, e.year, e.month, e.entry_date) = (v.fund, v.year, v.month, v.voucher_date) and e.line <= v.legs
            as fits
    into wrong
    from added e left join fund.voucher v on v.id = e.voucher_id left join fund.account a on a.code = e.account
    where v.id is null or a.code is null or not a.leaf or e.line > v.legs
        or (e.fund, e.year, e.month, e.entry_date) is distinct from (v.fund, v.year, v.month, v.voucher_date)
        or (a.party = 'required' and e.party = '') or (a.party = 'none' and e.party <> '')
    order by e.voucher_id, e.line limit 1;
    if found then
        if not wrong.fits then
            raise exception '%', format('分录与凭证 %s 不符，不能登记', wrong.voucher_id) using errcode = 'FL002';
        elsif wrong.leaf is null then
            raise exception '%', format('没有科目“%s”', wrong.account) using errcode = 'FL003';
        elsif not wrong.leaf then
            raise exception '%', format('科目“%s”有下级科目，不能直接登记', wrong.name) using errcode = 'FL003';
        end if;
        raise exception '%', format('科目“%s”的往来对象%s', wrong.name,
            case when wrong.party = 'none' then '不应填写' else '必须填写' end) using errcode = 'FL003';
    end if;
    if exists (select from added e join fund.account a on a.code = e.account and a.guarded) then
        insert into fund.day_balance as b (fund, account, party, day, lane, fen)
        select e.fund, e.account, e.party, e.entry_date, own.lane, sum(e.fen)
        from added e join fund.account a on a.code = e.account and a.guarded, (select fund.lane() as lane offset 0) own
        group by e.fund, e.account, e.party, e.entry_date, own.lane
        on conflict (fund, account, party, day, lane) do update set fen = b.fen + excluded.fen;
    end if;
    return null;
end $$;

-- An entry that is put straight into its partition fires the partition's trigger only.
do $$
declare part regclass;
begin
    for part in select 'fund.entry'::regclass union all
            select inhrelid::regclass from pg_inherits where inhparent = 'fund.entry'::regclass loop
        execute format('drop trigger entry_added on %s', part);
        execute format('create trigger entry_added after insert on %s
            referencing new table as added for each statement execute function fund.take_up()', part);
    end loop;
end $$;
drop function fund.add_to_days();

drop function fund.check_guarded(bigint);

-- What a voucher takes out of guarded accounts must be there, on its day and on every day after it.
create function fund.check_guarded(wanted bigint, of_year int) returns void language plpgsql as $$
declare
    leg record;
    lowest bigint;
begin
    for leg in
        select e.fund, e.account, e.party, e.entry_date, a.name, case a.kind when 'asset' then 1 else -1 end as side
        from fund.entry e join fund.account a on a.code = e.account and a.guarded
        where e.voucher_id = wanted and e.year = of_year
        group by e.fund, e.account, e.party, e.entry_date, a.name, a.kind
        having sum(e.fen) * case a.kind when 'asset' then 1 else -1 end < 0
        order by e.fund, e.account, e.party
    loop
        perform pg_advisory_xact_lock(hashtextextended('fund.guarded ' || leg.fund || ' ' || leg.account || ' ' || leg.party, 0));
        select min(balance) into lowest from (
            select sum(change) over (order by since) as balance from (
                select greatest(day, leg.entry_date) as since, sum(fen) * leg.side as change from fund.day_balance
                where fund = leg.fund and account = leg.account and party = leg.party
                group by 1) days) balances;
        if lowest < 0 then
            raise exception '%', format('科目“%s”%s余额不足，差 %s 元', leg.name,
                case when leg.party = '' then '' else '（' || leg.party || '）' end,
                to_char(-lowest / 100.0, 'FM999999999999990.00')) using errcode = 'FL004';
        end if;
    end loop;
end $$;

create or replace function fund.check_voucher() returns trigger language plpgsql as $$
declare
    found_legs int;
    balance numeric;
    debit numeric;
    takes boolean;
begin
    select count(*), coalesce(sum(e.fen), 0), coalesce(sum(e.fen) filter (where e.fen > 0), 0),
        coalesce(bool_or(a.guarded and (e.fen < 0) = (a.kind = 'asset')), false)
    into found_legs, balance, debit, takes
    from fund.entry e join fund.account a on a.code = e.account where e.voucher_id = new.id and e.year = new.year;
    if balance <> 0 then
        raise exception '%', format('凭证 %s 借贷不平，相差 %s 元', new.id, to_char(balance / 100.0, 'FM999999999999990.00'))
            using errcode = 'FL005';
    end if;
    if found_legs <> new.legs or debit <> new.debit_fen then
        raise exception '%', format('凭证 %s 的分录不全', new.id) using errcode = 'FL006';
    end if;
    if new.reverses is not null then
        perform from fund.entry e where e.voucher_id in (new.id, new.reverses)
        group by e.account, e.party having sum(e.fen) <> 0;
        if found then
            raise exception '%', format('凭证 %s 与被冲销的凭证不相抵', new.id) using errcode = 'FL007';
        end if;
    end if;
    if takes then
        perform fund.check_guarded(new.id, new.year);
    end if;
    return null;
end $$;
