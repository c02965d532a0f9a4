-- before to after

-- lock: none
CREATE TYPE public.spot AS (latitude double precision, longitude double precision);

-- lock: none
CREATE TYPE public.address AS (street text COLLATE "C", city text, at public.spot);

-- lock: none
CREATE OR REPLACE FUNCTION public.city_of(a public.address)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT (a).city $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.city_of(public.address) FROM PUBLIC;

-- lock: none
CREATE TABLE public.shops (
  id integer NOT NULL,
  address public.address NOT NULL,
  deliveries public.spot[],
  CONSTRAINT shops_pkey PRIMARY KEY (id)
);

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.city_of(public.address) TO PUBLIC;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.shops;

-- lock: none
DROP FUNCTION public.city_of(public.address);

-- lock: none
DROP TYPE public.address;

-- lock: none
DROP TYPE public.spot;
