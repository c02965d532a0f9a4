-- before to after

-- lock: access_exclusive
ALTER TABLE public.events DROP CONSTRAINT positive;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_2;

-- lock: access_exclusive
CREATE TABLE public.events_2 PARTITION OF public.events FOR VALUES FROM (100) TO (200) PARTITION BY HASH (id);

-- lock: access_exclusive
ALTER TABLE public.events ADD CONSTRAINT positive CHECK ((id > 0)) NOT VALID;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.events DROP CONSTRAINT positive;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_2;

-- lock: access_exclusive
CREATE TABLE public.events_2 PARTITION OF public.events FOR VALUES FROM (100) TO (200);

-- lock: access_exclusive
ALTER TABLE public.events ADD CONSTRAINT positive CHECK ((id > 0)) NOT VALID;
