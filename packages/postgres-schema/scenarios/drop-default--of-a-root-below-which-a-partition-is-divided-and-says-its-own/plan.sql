-- before to after

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.orders_two;

-- lock: access_exclusive
ALTER TABLE ONLY public.orders_rest ALTER COLUMN state DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE ONLY public.orders ALTER COLUMN state DROP DEFAULT;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data, locks_other_table
CREATE TABLE public.orders_two PARTITION OF public.orders FOR VALUES IN (2, 22) PARTITION BY HASH (id);

-- lock: access_exclusive
ALTER TABLE ONLY public.orders_two ALTER COLUMN state SET DEFAULT 'two'::text;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.orders_two;

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN state SET DEFAULT 'new'::text;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data, locks_other_table
CREATE TABLE public.orders_two PARTITION OF public.orders FOR VALUES IN (2, 22);
