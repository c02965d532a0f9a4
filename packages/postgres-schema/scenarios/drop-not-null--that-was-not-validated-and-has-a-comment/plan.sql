-- before to after

-- lock: none
COMMENT ON CONSTRAINT nn ON public.t IS NULL;

-- lock: access_exclusive
ALTER TABLE public.t RENAME CONSTRAINT nn TO t_a_not_null;

-- lock: share_update_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.t VALIDATE CONSTRAINT t_a_not_null;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.t ALTER COLUMN a DROP NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.t ADD CONSTRAINT nn NOT NULL a NOT VALID;

-- lock: none
COMMENT ON CONSTRAINT nn ON public.t IS 'hey';
