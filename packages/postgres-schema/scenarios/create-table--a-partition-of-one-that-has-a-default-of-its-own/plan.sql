-- before to after

-- lock: access_exclusive
CREATE TABLE public.some_events PARTITION OF public.events FOR VALUES IN (1, 2) PARTITION BY LIST (id);

-- lock: access_exclusive
ALTER TABLE ONLY public.some_events ALTER COLUMN kind SET DEFAULT 'some'::text;

-- lock: none
CREATE TABLE public.first_events PARTITION OF public.some_events FOR VALUES IN (1);

-- lock: none
CREATE TABLE public.second_events PARTITION OF public.some_events FOR VALUES IN (2);

-- lock: access_exclusive
ALTER TABLE ONLY public.second_events ALTER COLUMN kind SET DEFAULT 'second'::text;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.first_events;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.second_events;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.some_events;
