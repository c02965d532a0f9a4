-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.users ALTER COLUMN id TYPE bigint USING id::bigint;

-- after to before

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.users ALTER COLUMN id TYPE integer USING id::integer;
