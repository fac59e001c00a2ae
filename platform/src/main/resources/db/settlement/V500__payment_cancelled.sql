-- The fund's people may take the payment of an application back; the desk then orders it anew.

alter table settlement.application drop constraint application_state_check;
alter table settlement.application add constraint application_state_check check (state in
    ('待补正', '待初审', '待复核', '待支付', '已支付', '付款失败', '付款取消', '不予支付', '已撤回', '已撤销'));
alter table settlement.application drop constraint application_check3;
alter table settlement.application add constraint application_settled_check check
    ((state in ('待支付', '已支付', '付款失败', '付款取消', '已撤销')) = (settlement_id is not null));
