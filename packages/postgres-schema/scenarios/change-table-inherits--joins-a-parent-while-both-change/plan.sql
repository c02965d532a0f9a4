-- before to after

-- lock: access_exclusive
ALTER TABLE public.base ADD COLUMN at date DEFAULT '2020-01-01'::date NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.base ALTER COLUMN id TYPE bigint USING id::bigint;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.base ALTER COLUMN name SET NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.child ADD COLUMN at date DEFAULT '2020-01-02'::date NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.child ALTER COLUMN id TYPE bigint USING id::bigint;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.child ALTER COLUMN name SET NOT NULL;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.base ADD CONSTRAINT named CHECK ((name <> ''::text));

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.child ADD CONSTRAINT named CHECK ((name <> ''::text));

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.child INHERIT public.base;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.child NO INHERIT public.base;

-- lock: access_exclusive
ALTER TABLE public.base DROP CONSTRAINT named;

-- lock: access_exclusive
ALTER TABLE public.child DROP CONSTRAINT named;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.base DROP COLUMN at;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.child DROP COLUMN at;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.base ALTER COLUMN id TYPE integer USING id::integer;

-- lock: access_exclusive
ALTER TABLE public.base ALTER COLUMN name DROP NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.child ALTER COLUMN id TYPE integer USING id::integer;

-- lock: access_exclusive
ALTER TABLE public.child ALTER COLUMN name DROP NOT NULL;
