-- before to after

-- lock: none
ALTER DOMAIN public.percent DROP CONSTRAINT percent_range;

-- after to before

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.percent ADD CONSTRAINT percent_range CHECK (((VALUE >= 0) AND (VALUE <= 100)));

-- lock: none
COMMENT ON CONSTRAINT percent_range ON DOMAIN public.percent IS 'No more than all.';
