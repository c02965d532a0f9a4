-- before to after

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.events ADD CONSTRAINT id_is_positive CHECK ((id > 0));

-- after to before

-- lock: access_exclusive
ALTER TABLE public.events DROP CONSTRAINT id_is_positive;
