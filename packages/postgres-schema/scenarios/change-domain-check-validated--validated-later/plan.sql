-- before to after

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.percent VALIDATE CONSTRAINT percent_range;

-- after to before

-- lock: none
ALTER DOMAIN public.percent DROP CONSTRAINT percent_range;

-- lock: none
ALTER DOMAIN public.percent ADD CONSTRAINT percent_range CHECK ((VALUE <= 100)) NOT VALID;
