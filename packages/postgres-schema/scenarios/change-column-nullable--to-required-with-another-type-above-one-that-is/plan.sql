-- before to after

-- lock: none
ALTER TYPE public.pair RENAME TO pair__replaced;

-- lock: none
CREATE TYPE public.pair AS (p bigint);

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c0 SET NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c0 TYPE integer USING c0::integer;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.p2 ALTER COLUMN c0 SET NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p2 ALTER COLUMN c0 TYPE public.pair USING c0::text::public.pair;

-- lock: none
DROP TYPE public.pair__replaced;

-- after to before

-- lock: none
ALTER TYPE public.pair RENAME TO pair__replaced;

-- lock: none
CREATE TYPE public.pair AS (p integer);

-- lock: access_exclusive
ALTER TABLE ONLY public.p ALTER COLUMN c0 DROP NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p ALTER COLUMN c0 TYPE numeric USING c0::numeric;

-- lock: access_exclusive
ALTER TABLE ONLY public.p2 ALTER COLUMN c0 DROP NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.p2 ALTER COLUMN c0 TYPE public.pair USING c0::text::public.pair;

-- lock: none
DROP TYPE public.pair__replaced;
