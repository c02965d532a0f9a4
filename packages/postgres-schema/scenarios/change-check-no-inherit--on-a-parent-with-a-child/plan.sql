-- before to after

-- lock: access_exclusive
ALTER TABLE public.base DROP CONSTRAINT positive;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.base ADD CONSTRAINT positive CHECK ((net > 0)) NO INHERIT;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.base DROP CONSTRAINT positive;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.base ADD CONSTRAINT positive CHECK ((net > 0));
