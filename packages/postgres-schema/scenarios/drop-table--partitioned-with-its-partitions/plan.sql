-- before to after

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_2024;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_rest;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events;

-- after to before

-- lock: none
CREATE TABLE public.events (
  id bigint NOT NULL,
  at date NOT NULL,
  CONSTRAINT events_pkey PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);

-- lock: none
CREATE TABLE public.events_2024 PARTITION OF public.events FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- lock: none
CREATE TABLE public.events_rest PARTITION OF public.events DEFAULT;
