-- before to after

-- lock: access_exclusive
ALTER TABLE public.shifts DROP CONSTRAINT apart;

-- after to before

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.shifts ADD CONSTRAINT apart EXCLUDE USING gist (during WITH &&);

-- lock: none
COMMENT ON CONSTRAINT apart ON public.shifts IS 'never two';
