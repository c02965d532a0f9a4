-- before to after

-- lock: access_exclusive
ALTER TABLE public.slots DROP CONSTRAINT one_place;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.slots ADD CONSTRAINT one_place UNIQUE (place) DEFERRABLE INITIALLY DEFERRED;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.slots DROP CONSTRAINT one_place;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.slots ADD CONSTRAINT one_place UNIQUE (place) DEFERRABLE;
