-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.c ALTER COLUMN c1 TYPE public.mood[] USING c1::text::public.mood[];

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.code SET NOT NULL;

-- after to before

-- lock: none
ALTER DOMAIN public.code DROP NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.c ALTER COLUMN c1 TYPE public.deep[] USING c1::text::public.deep[];
