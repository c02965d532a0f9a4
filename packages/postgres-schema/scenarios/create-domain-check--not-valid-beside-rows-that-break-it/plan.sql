-- before to after

-- lock: none
ALTER DOMAIN public.percent ADD CONSTRAINT percent_range CHECK (((VALUE >= 0) AND (VALUE <= 100))) NOT VALID;

-- after to before

-- lock: none
ALTER DOMAIN public.percent DROP CONSTRAINT percent_range;
