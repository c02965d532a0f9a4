-- before to after

-- lock: none; hazards: deletes_data
ALTER TYPE public.address DROP ATTRIBUTE floor;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.shops DROP COLUMN address;

-- lock: none
DROP TYPE public.address;

-- lock: none
CREATE TYPE public.address AS (street text, floor integer, city text);

-- lock: access_exclusive
ALTER TABLE public.shops ADD COLUMN address public.address;
