-- before to after

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.orders ADD CONSTRAINT gross_is_more CHECK ((gross >= net));

-- after to before

-- lock: access_exclusive
ALTER TABLE public.orders DROP CONSTRAINT gross_is_more;
