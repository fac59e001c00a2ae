-- What every posting waits for is planned once a connection: the planner would weigh anew for each voucher which year's partition it is in,
-- which takes longer than the look itself.
alter function fund.check_voucher() set plan_cache_mode = force_generic_plan;
alter function fund.check_guarded(bigint, int) set plan_cache_mode = force_generic_plan;
alter function fund.take_up() set plan_cache_mode = force_generic_plan;
