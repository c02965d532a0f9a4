-- before to after

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_all;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events;

-- lock: none
CREATE TABLE public.events (
  id bigint NOT NULL,
  at date NOT NULL
) PARTITION BY HASH (id);

-- lock: none
CREATE TABLE public.events_all PARTITION OF public.events FOR VALUES WITH (modulus 1, remainder 0);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_all;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events;

-- lock: none
CREATE TABLE public.events (
  id bigint NOT NULL,
  at date NOT NULL
) PARTITION BY RANGE (at);

-- lock: none
CREATE TABLE public.events_all PARTITION OF public.events DEFAULT;
