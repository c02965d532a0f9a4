-- before to after

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.bookings ADD CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((NOT cancelled));

-- after to before

-- lock: access_exclusive
ALTER TABLE public.bookings DROP CONSTRAINT no_overlap;
