-- Vouchers of an employer, a county or a provider are looked for from its own page.
create index entry_party on fund.entry (party, voucher_id) where party <> '';
