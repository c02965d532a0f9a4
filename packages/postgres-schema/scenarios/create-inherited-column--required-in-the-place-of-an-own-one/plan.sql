-- before to after

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.a DROP COLUMN c0;

-- lock: access_exclusive
ALTER TABLE public.p ADD COLUMN c0 integer;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.a ALTER COLUMN c0 SET NOT NULL;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.p DROP COLUMN c0;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.a ADD COLUMN c0 bigint NOT NULL;
