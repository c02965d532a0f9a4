-- before to after

-- lock: access_exclusive
ALTER TABLE public.slots DROP CONSTRAINT one_place;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.slots ADD CONSTRAINT one_place UNIQUE (place) DEFERRABLE;

-- lock: none
COMMENT ON CONSTRAINT one_place ON public.slots IS 'each once';

-- after to before

-- lock: access_exclusive
ALTER TABLE public.slots DROP CONSTRAINT one_place;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.slots ADD CONSTRAINT one_place UNIQUE (place);

-- lock: none
COMMENT ON CONSTRAINT one_place ON public.slots IS 'each once';
