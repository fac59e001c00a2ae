-- Tiers pay one after the other: a bill that is read again tells them in that order.
alter table settlement.payment add sort smallint not null default 0;
comment on column settlement.payment.sort is '支付顺序';
