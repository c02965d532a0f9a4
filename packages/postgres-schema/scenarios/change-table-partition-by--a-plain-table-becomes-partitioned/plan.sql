-- before to after

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events;

-- lock: none
CREATE TABLE public.events (
  id bigint NOT NULL,
  at date NOT NULL
) PARTITION BY RANGE (at);

-- lock: none
CREATE TABLE public.events_all PARTITION OF public.events DEFAULT;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events_all;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events;

-- lock: none
CREATE TABLE public.events (
  id bigint NOT NULL,
  at date NOT NULL
);
