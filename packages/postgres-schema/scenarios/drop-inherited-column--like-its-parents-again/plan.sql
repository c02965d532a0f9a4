-- before to after

-- lock: share_update_exclusive
COMMENT ON COLUMN public.child.name IS NULL;

-- lock: access_exclusive
ALTER TABLE public.child ALTER COLUMN id DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE ONLY public.child ALTER COLUMN name SET DEFAULT 'x'::text;

-- lock: share_update_exclusive
COMMENT ON COLUMN public.child.name IS 'of its own';

-- after to before

-- lock: share_update_exclusive
COMMENT ON COLUMN public.child.name IS NULL;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.child ALTER COLUMN id SET NOT NULL;

-- lock: access_exclusive
ALTER TABLE ONLY public.child ALTER COLUMN name SET DEFAULT 'y'::text;

-- lock: share_update_exclusive
COMMENT ON COLUMN public.child.name IS 'of its own';
