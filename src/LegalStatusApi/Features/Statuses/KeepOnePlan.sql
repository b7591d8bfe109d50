-- Let the server plan what follows in this transaction once, for whatever values?
-- It would plan FetchLevels and FindLevelDocuments anew each time, since it takes one place to be far cheaper than it takes any list of
-- places to be; planning costs as much as running them, and the plan is the same.
select set_config('plan_cache_mode', 'force_generic_plan', true)
