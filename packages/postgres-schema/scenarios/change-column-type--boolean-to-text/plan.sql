-- before to after

-- lock: access_exclusive
ALTER TABLE public.flags ALTER COLUMN on_now DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.flags ALTER COLUMN on_now TYPE text USING on_now::text;

-- lock: access_exclusive
ALTER TABLE public.flags ALTER COLUMN on_now SET DEFAULT 'false'::text;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.flags ALTER COLUMN on_now DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.flags ALTER COLUMN on_now TYPE boolean USING on_now::boolean;

-- lock: access_exclusive
ALTER TABLE public.flags ALTER COLUMN on_now SET DEFAULT false;
