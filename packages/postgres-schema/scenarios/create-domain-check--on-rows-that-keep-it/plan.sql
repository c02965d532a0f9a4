-- before to after

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.percent ADD CONSTRAINT percent_range CHECK (((VALUE >= 0) AND (VALUE <= 100)));

-- after to before

-- lock: none
ALTER DOMAIN public.percent DROP CONSTRAINT percent_range;
