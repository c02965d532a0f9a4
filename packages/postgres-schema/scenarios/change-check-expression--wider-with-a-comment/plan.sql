-- before to after

-- lock: access_exclusive
ALTER TABLE public.orders DROP CONSTRAINT known;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.orders ADD CONSTRAINT known CHECK ((state = ANY (ARRAY['new'::text, 'done'::text, 'late'::text])));

-- lock: none
COMMENT ON CONSTRAINT known ON public.orders IS 'all states';

-- after to before

-- lock: access_exclusive
ALTER TABLE public.orders DROP CONSTRAINT known;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.orders ADD CONSTRAINT known CHECK ((state = ANY (ARRAY['new'::text, 'done'::text])));

-- lock: none
COMMENT ON CONSTRAINT known ON public.orders IS 'all states';
