-- before to after

-- lock: access_exclusive
ALTER TABLE public.orders DROP CONSTRAINT a;

-- after to before

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.orders ADD CONSTRAINT a CHECK ((net > 0));
