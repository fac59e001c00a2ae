-- What a settlement was decided on, so that it can be decided again: a digest of the person's file and the bill, and what the account held.
alter table settlement.settlement add column basis bigint not null default 0;
alter table settlement.settlement add column account_before_fen bigint not null default 0;
comment on column settlement.settlement.basis is '结算依据（参保档案和账单）的摘要：依据相同时复算，结果必须相同';
comment on column settlement.settlement.account_before_fen is '结算前个人账户余额；没有用账户的为 0';
