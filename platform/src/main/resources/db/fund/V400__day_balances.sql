-- What stands on a guarded account at the end of each day, so that a voucher that takes something out need not sum every entry since
-- the account's beginning. A day is kept in lanes: each transaction adds to one that is its own until it ends, so that none waits for
-- another to end because both pay into the same account.

create table fund.day_balance (
    fund text not null,
    account text not null,
    party text not null,
    day date not null,
    lane int not null,
    fen bigint not null,
    primary key (fund, account, party, day, lane)
) with (fillfactor = 50);
comment on table fund.day_balance is '受控科目每日发生额：由分录自动汇总，判断余额是否足够时使用';
comment on column fund.day_balance.lane is '分道：同时记账的事务各用一道，每日发生额是各道之和';

insert into fund.day_balance (fund, account, party, day, lane, fen)
select e.fund, e.account, e.party, e.entry_date, 0, sum(e.fen)
from fund.entry e join fund.account a on a.code = e.account and a.guarded
group by e.fund, e.account, e.party, e.entry_date;

create function fund.lane() returns int language plpgsql as $$
declare
    lanes constant int := 64;
begin
    for lane in 0..lanes - 1 loop
        if pg_try_advisory_xact_lock(hashtext('fund.lane'), lane) then
            return lane;
        end if;
    end loop;
    perform pg_advisory_xact_lock(hashtext('fund.lane'), lanes);
    return lanes;
end $$;

create function fund.add_to_days() returns trigger language plpgsql as $$
declare
    own constant int := fund.lane();
begin
    insert into fund.day_balance as b (fund, account, party, day, lane, fen)
    select e.fund, e.account, e.party, e.entry_date, own, sum(e.fen)
    from added e join fund.account a on a.code = e.account and a.guarded
    group by e.fund, e.account, e.party, e.entry_date
    on conflict (fund, account, party, day, lane) do update set fen = b.fen + excluded.fen;
    return null;
end $$;

-- An entry that is put straight into its partition fires the partition's trigger only.
create trigger entry_added after insert on fund.entry
    referencing new table as added for each statement execute function fund.add_to_days();
do $$
declare part regclass;
begin
    for part in select inhrelid::regclass from pg_inherits where inhparent = 'fund.entry'::regclass loop
        execute format('create trigger entry_added after insert on %s
            referencing new table as added for each statement execute function fund.add_to_days()', part);
    end loop;
end $$;

create function fund.refuse_by_hand() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 then
        raise exception '% 只由分录汇总，不能直接修改', tg_table_name using errcode = 'restrict_violation';
    end if;
    return null;
end $$;
create trigger day_balance_derived after insert or update on fund.day_balance
    for each statement execute function fund.refuse_by_hand();
create trigger day_balance_kept before delete or truncate on fund.day_balance
    for each statement execute function fund.refuse_change();

create or replace function fund.check_guarded(wanted bigint) returns void language plpgsql as $$
declare
    leg record;
    lowest bigint;
begin
    for leg in
        select e.fund, e.account, e.party, e.entry_date, a.name, case a.kind when 'asset' then 1 else -1 end as side
        from fund.entry e join fund.account a on a.code = e.account and a.guarded
        where e.voucher_id = wanted
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
