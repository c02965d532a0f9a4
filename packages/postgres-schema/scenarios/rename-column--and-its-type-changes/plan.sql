-- before to after

-- lock: access_exclusive
ALTER TABLE public.orders RENAME COLUMN sum TO total;

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN total DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN total TYPE bigint USING total::bigint;

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN total SET DEFAULT 0;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.orders RENAME COLUMN total TO sum;

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN sum DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN sum TYPE integer USING sum::integer;

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN sum SET DEFAULT 0;
