-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.events ALTER COLUMN size TYPE bigint USING size::bigint;

-- after to before

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.events ALTER COLUMN size TYPE integer USING size::integer;
