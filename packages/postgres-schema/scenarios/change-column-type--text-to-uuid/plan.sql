-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.keys ALTER COLUMN id TYPE uuid USING id::uuid;

-- after to before

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.keys ALTER COLUMN id TYPE text USING id::text;
