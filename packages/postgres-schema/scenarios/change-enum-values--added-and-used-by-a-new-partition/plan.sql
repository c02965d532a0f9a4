-- before to after

-- lock: none; not in a transaction
ALTER TYPE public.region ADD VALUE 'west' AFTER 'south';

-- lock: access_exclusive
CREATE TABLE public.sales_west PARTITION OF public.sales FOR VALUES IN ('west');

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales_north;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales_west;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales;

-- lock: none
ALTER TYPE public.region RENAME TO region__replaced;

-- lock: none
CREATE TYPE public.region AS ENUM ('north', 'south');

-- lock: none
DROP TYPE public.region__replaced;

-- lock: none
CREATE TABLE public.sales (
  id integer,
  region public.region NOT NULL
) PARTITION BY LIST (region);

-- lock: none
CREATE TABLE public.sales_north PARTITION OF public.sales FOR VALUES IN ('north');
