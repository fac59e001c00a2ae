-- Dues of employers by month: declared, reviewed, collected. Amounts are in fen. A declaration may be worked on until it is
-- submitted; what was reviewed never changes, a mistake is reversed and declared again.

create table contribution.declaration (
    id bigint generated always as identity primary key,
    employer_id bigint not null,
    employer_code text not null check (employer_code <> ''),
    employer_name text not null,
    county text not null check (county ~ '^[0-9]{6}$'),
    month date not null check (extract(day from month) = 1),
    state text not null default '草稿' check (state in ('草稿', '待复核', '已退回', '待缴费', '已缴清', '已冲销', '已撤回')),
    people int not null default 0,
    unpaid_wages int not null default 0,
    base_fen bigint not null default 0,
    unit_fen bigint not null default 0,
    personal_fen bigint not null default 0,
    credit_fen bigint not null default 0,
    due date not null,
    fee_fen bigint not null default 0 check (fee_fen >= 0),
    settled_on date,
    entered_by bigint not null,
    entered_name text not null,
    entered_at timestamptz not null,
    reviewed_by bigint,
    reviewed_name text not null default '',
    reviewed_at timestamptz,
    reason text not null default '',
    reversing_by bigint,
    reversing_name text not null default '',
    reversing_reason text not null default '',
    reversed_by bigint,
    reversed_name text not null default '',
    reversed_at timestamptz,
    version int not null default 0,
    constraint four_eyes check (reviewed_by is null or reviewed_by <> entered_by),
    constraint reviewed_by_somebody check (state not in ('待缴费', '已缴清', '已冲销') or reviewed_by is not null),
    constraint settled_on_a_day check ((state in ('已缴清')) <= (settled_on is not null)),
    constraint reversal_four_eyes check (state <> '已冲销' or (reversed_by is not null and reversed_by <> reversing_by))
);
comment on table contribution.declaration is '单位月度缴费申报；复核后即为缴费核定';
comment on column contribution.declaration.unpaid_wages is '没有申报工资、按缴费基数下限核定的人数';
comment on column contribution.declaration.fee_fen is '缴清时的滞纳金';
comment on column contribution.declaration.credit_fen is '缴清后划入个人账户的金额';
create unique index declaration_live on contribution.declaration (employer_id, month) where state not in ('已冲销', '已撤回');
create index declaration_county on contribution.declaration (county, month desc, id desc);
create index declaration_month on contribution.declaration (month desc, id desc);
create index declaration_owed on contribution.declaration (due, employer_id) where state = '待缴费';

create table contribution.declaration_line (
    declaration_id bigint not null references contribution.declaration,
    person_id bigint not null,
    number text not null,
    name text not null,
    person_type text not null,
    wage_fen bigint check (wage_fen >= 0),
    base_fen bigint not null,
    unit_fen bigint not null,
    personal_fen bigint not null,
    basic_fen bigint not null,
    credit_fen bigint not null,
    primary key (declaration_id, person_id)
);
comment on table contribution.declaration_line is '申报人员：工资、基数和应缴';
comment on column contribution.declaration_line.basic_fen is '其中基本医疗保险个人缴费';
create index line_person on contribution.declaration_line (person_id);

create table contribution.declaration_part (
    declaration_id bigint not null references contribution.declaration,
    part text not null,
    unit_fen bigint not null check (unit_fen >= 0),
    personal_fen bigint not null check (personal_fen >= 0),
    primary key (declaration_id, part)
);
comment on table contribution.declaration_part is '应缴按险种';

create table contribution.receipt (
    id bigint generated always as identity primary key,
    employer_id bigint,
    employer_code text not null check (employer_code <> ''),
    given_code text not null,
    month date not null check (extract(day from month) = 1),
    given_month date not null,
    fen bigint not null check (fen > 0),
    day date not null,
    account text not null,
    reference text not null unique check (reference <> ''),
    batch_id bigint not null,
    part int not null,
    received_name text not null,
    received_at timestamptz not null,
    claimed_by bigint,
    claimed_name text not null default '',
    claim_reason text not null default ''
);
comment on table contribution.receipt is '到账：税务、银行文件中的每一笔，先入账、后与核定核销';
comment on column contribution.receipt.given_code is '文件中的单位代码；认领后与缴费单位不同';
comment on column contribution.receipt.employer_id is '缴费单位；空为待查明';
create index receipt_employer on contribution.receipt (employer_id, month);
create index receipt_batch on contribution.receipt (batch_id);

create table contribution.refund (
    id bigint generated always as identity primary key,
    employer_id bigint not null,
    employer_code text not null,
    employer_name text not null,
    county text not null,
    month date not null check (extract(day from month) = 1),
    fen bigint not null check (fen > 0),
    holder text not null,
    bank text not null,
    account_sealed bytea not null,
    account_masked text not null,
    reason text not null,
    state text not null default '待复核' check (state in ('待复核', '已办结', '已退回')),
    opinion text not null default '',
    entered_by bigint not null,
    entered_name text not null,
    entered_at timestamptz not null,
    reviewed_by bigint,
    reviewed_name text not null default '',
    constraint refund_four_eyes check (reviewed_by is null or reviewed_by <> entered_by)
);
comment on table contribution.refund is '退费：多缴、错缴的退还，一人登记一人复核';
create index refund_employer on contribution.refund (employer_id, month);

create function contribution.keep() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'receipt' and tg_op = 'UPDATE' then
        if old.employer_id is null and new.employer_id is not null and (to_jsonb(old) - array['employer_id', 'employer_code', 'month', 'claimed_by', 'claimed_name', 'claim_reason'])
                = (to_jsonb(new) - array['employer_id', 'employer_code', 'month', 'claimed_by', 'claimed_name', 'claim_reason']) then
            return new;
        end if;
    end if;
    if tg_table_name = 'declaration' and tg_op = 'UPDATE' then
        if old.state not in ('待缴费', '已缴清', '已冲销', '已撤回') or (old.state <> '已冲销' and old.state <> '已撤回'
                and (old.employer_id, old.month, old.people, old.base_fen, old.unit_fen, old.personal_fen, old.credit_fen, old.due, old.entered_by, old.reviewed_by)
                    is not distinct from (new.employer_id, new.month, new.people, new.base_fen, new.unit_fen, new.personal_fen, new.credit_fen, new.due, new.entered_by, new.reviewed_by)) then
            return new;
        end if;
    end if;
    raise exception '% of % is refused', tg_op, tg_table_name using errcode = '23514';
end $$;
create trigger kept before update or delete on contribution.declaration for each row execute function contribution.keep();
create trigger kept before update or delete on contribution.receipt for each row execute function contribution.keep();

create function contribution.keep_reviewed() returns trigger language plpgsql as $$
begin
    if exists (select from contribution.declaration d where d.id = old.declaration_id and d.state not in ('草稿', '已退回')) then
        raise exception '% of % is refused', tg_op, tg_table_name using errcode = '23514';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger kept before update or delete on contribution.declaration_line for each row execute function contribution.keep_reviewed();
create trigger kept before update or delete on contribution.declaration_part for each row execute function contribution.keep_reviewed();

-- What came in for an employer and month, what of it was paid back or settles a bill, and what is still owed.
create view contribution.employer_month as
    select coalesce(r.employer_id, d.employer_id) as employer_id, coalesce(r.month, d.month) as month,
        coalesce(r.received_fen, 0) as received_fen, coalesce(f.refunded_fen, 0) as refunded_fen,
        case when d.state = '已缴清' then d.unit_fen + d.personal_fen + d.fee_fen else 0 end as settled_fen,
        d.id as declaration_id, d.state, d.unit_fen + d.personal_fen as due_fen, d.fee_fen, d.due
    from (select employer_id, month, sum(fen)::bigint as received_fen from contribution.receipt
            where employer_id is not null group by 1, 2) r
        full join (select * from contribution.declaration where state in ('待缴费', '已缴清')) d
            on d.employer_id = r.employer_id and d.month = r.month
        left join (select employer_id, month, sum(fen)::bigint as refunded_fen from contribution.refund
            where state <> '已退回' group by 1, 2) f
            on f.employer_id = coalesce(r.employer_id, d.employer_id) and f.month = coalesce(r.month, d.month);
comment on view contribution.employer_month is '单位每月的应缴、到账、退费和核销';
