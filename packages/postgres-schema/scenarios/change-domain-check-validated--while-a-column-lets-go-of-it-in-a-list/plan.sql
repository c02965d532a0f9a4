-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.parts ALTER COLUMN codes TYPE text[] USING codes::text::text[];

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.code VALIDATE CONSTRAINT short;

-- after to before

-- lock: none
ALTER DOMAIN public.code DROP CONSTRAINT short;

-- lock: none
ALTER DOMAIN public.code ADD CONSTRAINT short CHECK ((length(VALUE) < 5)) NOT VALID;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.parts ALTER COLUMN codes TYPE public.code[] USING codes::text::public.code[];
