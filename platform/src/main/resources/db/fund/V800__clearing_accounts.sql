-- What was settled with providers and is on its way to them; what regions owe each other for people treated elsewhere. The latter two
-- may stand on either side: bills that are taken back after a month was paid are set off in the next one.

insert into fund.account (code, name, kind, parent, leaf, guarded, party, bank) values
    ('A0604', '暂付款—应收异地清算款', 'asset', 'A06', true, false, 'required', false),
    ('L0110', '暂收款—应付异地清算款', 'liability', 'L01', true, false, 'required', false),
    ('L0108', '暂收款—已结算待付款', 'liability', 'L01', true, true, 'required', false);
