-- before to after

-- lock: none
CREATE SCHEMA parts;

-- lock: none
CREATE TABLE public.events (
  id integer NOT NULL,
  at date NOT NULL
) PARTITION BY RANGE (at);

-- lock: none
CREATE TABLE parts.events_old PARTITION OF public.events FOR VALUES FROM (MINVALUE) TO ('2024-01-01');

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE parts.events_old;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.events;

-- lock: none
DROP SCHEMA parts;
