-- Which key the personal secrets of this database are sealed with.

create table privacy.key_mark (
    only_one boolean primary key default true check (only_one),
    mark text not null
);
comment on table privacy.key_mark is '个人信息密钥的标记：换了密钥即可得知，不能由它推出密钥';
