-- before to after

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN amount DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN amount TYPE integer USING amount::integer;

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN amount SET DEFAULT 0;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN amount DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN amount TYPE text USING amount::text;

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN amount SET DEFAULT '0'::text;
