-- before to after

-- lock: access_exclusive
ALTER TABLE public.further ALTER COLUMN unit DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.plain ALTER COLUMN unit DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.plain ALTER COLUMN value DROP DEFAULT;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.further ALTER COLUMN sensor SET NOT NULL;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.further ALTER COLUMN unit SET NOT NULL;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.plain ALTER COLUMN sensor SET NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.plain ALTER COLUMN sensor TYPE integer USING sensor::integer;

-- lock: access_exclusive
ALTER TABLE public.plain ALTER COLUMN unit DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.plain ALTER COLUMN unit TYPE text USING unit::text;

-- lock: access_exclusive
ALTER TABLE public.plain ALTER COLUMN value DROP NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.plain ALTER COLUMN value TYPE real USING value::real;

-- lock: access_exclusive
ALTER TABLE public.further ALTER COLUMN value SET DEFAULT 7;

-- lock: access_exclusive
ALTER TABLE public.plain ALTER COLUMN value SET DEFAULT 0;

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.readings_1 ATTACH PARTITION public.further FOR VALUES IN ('C');

-- lock: access_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.readings ATTACH PARTITION public.plain FOR VALUES IN (2);

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.readings_1 DETACH PARTITION public.further;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.readings DETACH PARTITION public.plain;

-- lock: access_exclusive
ALTER TABLE public.further ALTER COLUMN value DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.plain ALTER COLUMN value DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.further ALTER COLUMN sensor DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.further ALTER COLUMN unit DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.plain ALTER COLUMN sensor DROP NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.plain ALTER COLUMN sensor TYPE bigint USING sensor::bigint;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.plain ALTER COLUMN unit SET NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.plain ALTER COLUMN unit TYPE character varying USING unit::character varying;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.plain ALTER COLUMN value SET NOT NULL;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.plain ALTER COLUMN value TYPE numeric USING value::numeric;

-- lock: access_exclusive
ALTER TABLE public.further ALTER COLUMN unit SET DEFAULT 'C'::text;

-- lock: access_exclusive
ALTER TABLE public.plain ALTER COLUMN unit SET DEFAULT 'K'::character varying;

-- lock: access_exclusive
ALTER TABLE public.plain ALTER COLUMN value SET DEFAULT 1;
