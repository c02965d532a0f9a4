-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.posts ALTER COLUMN tags TYPE text[] USING tags::text[];

-- after to before

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.posts ALTER COLUMN tags TYPE text USING tags::text;
