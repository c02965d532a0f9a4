-- before to after

-- lock: share_update_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.orders VALIDATE CONSTRAINT positive;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.orders DROP CONSTRAINT positive;

-- lock: access_exclusive
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((net > 0)) NOT VALID;
