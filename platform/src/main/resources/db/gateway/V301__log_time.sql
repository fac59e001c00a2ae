-- Calls are looked at by day.

create index log_time on gateway.log using brin (happened_at);
