insert into fund.account (code, name, kind, parent, leaf, guarded, party, bank) values
    ('L0107', '暂收款—待付参保人', 'liability', 'L01', true, true, 'required', false);
