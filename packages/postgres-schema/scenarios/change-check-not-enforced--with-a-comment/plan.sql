-- before to after

-- lock: access_exclusive
ALTER TABLE public.orders DROP CONSTRAINT positive;

-- lock: access_exclusive
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((net > 0)) NOT ENFORCED;

-- lock: none
COMMENT ON CONSTRAINT positive ON public.orders IS 'sold';

-- after to before

-- lock: access_exclusive
ALTER TABLE public.orders DROP CONSTRAINT positive;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((net > 0));

-- lock: none
COMMENT ON CONSTRAINT positive ON public.orders IS 'sold';
