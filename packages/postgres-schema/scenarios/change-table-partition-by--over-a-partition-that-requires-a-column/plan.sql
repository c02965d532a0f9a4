-- before to after

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.p;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.e;

-- lock: none
CREATE TABLE public.e (
  id integer,
  at date,
  kind text
) PARTITION BY LIST (kind);

-- lock: none
CREATE TABLE public.p PARTITION OF public.e FOR VALUES IN ('a');

-- lock: none
ALTER TABLE public.p ALTER COLUMN kind SET NOT NULL;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.p;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.e;

-- lock: none
CREATE TABLE public.e (
  id integer,
  at date,
  kind text
) PARTITION BY RANGE (at);

-- lock: none
CREATE TABLE public.p PARTITION OF public.e FOR VALUES FROM ('2023-01-01') TO ('2024-01-01');

-- lock: none
ALTER TABLE public.p ALTER COLUMN kind SET NOT NULL;
