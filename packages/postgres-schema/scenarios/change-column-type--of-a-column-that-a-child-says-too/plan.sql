-- before to after

-- lock: access_exclusive
DROP INDEX public.child_lower_idx;

-- lock: access_exclusive
ALTER TABLE public.base DROP CONSTRAINT named;

-- lock: access_exclusive
ALTER TABLE public.child DROP CONSTRAINT named;

-- lock: access_exclusive
ALTER TABLE ONLY public.base ALTER COLUMN name DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.child ALTER COLUMN name DROP DEFAULT;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.base DROP COLUMN old;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.child DROP COLUMN old;

-- lock: access_exclusive
ALTER TABLE public.base ALTER COLUMN kind DROP NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.base ALTER COLUMN name TYPE character varying(20) USING name::text;

-- lock: access_exclusive
ALTER TABLE public.child ADD COLUMN fresh integer;

-- lock: access_exclusive
ALTER TABLE public.base ADD COLUMN fresh integer;

-- lock: access_exclusive
ALTER TABLE public.child ALTER COLUMN kind DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE ONLY public.base ALTER COLUMN name SET DEFAULT 'base'::character varying;

-- lock: access_exclusive
ALTER TABLE public.child ALTER COLUMN name SET DEFAULT 'child'::character varying;

-- lock: share; hazards: blocks_writes
CREATE INDEX child_lower_idx ON public.child ((lower((name)::text)));

-- after to before

-- lock: access_exclusive
DROP INDEX public.child_lower_idx;

-- lock: access_exclusive
ALTER TABLE ONLY public.base ALTER COLUMN name DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.child ALTER COLUMN name DROP DEFAULT;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.base DROP COLUMN fresh;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.child DROP COLUMN fresh;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.base ALTER COLUMN kind SET NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.base ALTER COLUMN name TYPE text USING name::text;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.child ALTER COLUMN kind SET NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.child ADD COLUMN old integer;

-- lock: access_exclusive
ALTER TABLE public.base ADD COLUMN old integer;

-- lock: access_exclusive
ALTER TABLE ONLY public.base ALTER COLUMN name SET DEFAULT 'base'::text;

-- lock: access_exclusive
ALTER TABLE public.child ALTER COLUMN name SET DEFAULT 'child'::text;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.base ADD CONSTRAINT named CHECK ((name <> ''::text));

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.child ADD CONSTRAINT named CHECK ((name <> ''::text));

-- lock: share; hazards: blocks_writes
CREATE INDEX child_lower_idx ON public.child ((lower(name)));
