-- Insured persons sign in to read their own file; their role is of a kind of its own and held with no other.
alter table identity.role drop constraint role_kind_check;
alter table identity.role add constraint role_kind_check check (kind in ('system', 'security', 'audit', 'business', 'insured'));
