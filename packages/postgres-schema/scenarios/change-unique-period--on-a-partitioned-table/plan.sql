-- before to after

-- lock: access_exclusive
ALTER TABLE public.stays DROP CONSTRAINT one_stay;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.stays ADD CONSTRAINT one_stay UNIQUE (hotel, room, during WITHOUT OVERLAPS);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.stays DROP CONSTRAINT one_stay;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.stays ADD CONSTRAINT one_stay UNIQUE (hotel, room, during);
