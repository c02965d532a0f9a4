-- before to after

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN name TYPE character varying(100) USING name::character varying(100);

-- after to before

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.people ALTER COLUMN name TYPE character varying(20) USING name::text;
