-- before to after

-- lock: access_exclusive
DROP INDEX public.one_booking;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.rooms ADD CONSTRAINT one_booking UNIQUE (room, during WITHOUT OVERLAPS);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.rooms DROP CONSTRAINT one_booking;

-- lock: share; hazards: blocks_writes, may_fail_on_data
CREATE UNIQUE INDEX one_booking ON public.rooms (room, during);
