-- before to after

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales_1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales;

-- lock: none
DROP FUNCTION public.half(integer);

-- lock: none
CREATE OR REPLACE FUNCTION public.half(integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 / 2);

-- lock: none
REVOKE ALL ON FUNCTION public.half(integer) FROM PUBLIC;

-- lock: none
CREATE TABLE public.sales (
  id integer,
  shop integer NOT NULL
) PARTITION BY LIST (public.half(shop));

-- lock: none
CREATE TABLE public.sales_1 PARTITION OF public.sales FOR VALUES IN ('1');

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.half(integer) TO PUBLIC;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales_1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales;

-- lock: none
DROP FUNCTION public.half(integer);

-- lock: none
CREATE OR REPLACE FUNCTION public.half(integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 / 2);

-- lock: none
REVOKE ALL ON FUNCTION public.half(integer) FROM PUBLIC;

-- lock: none
CREATE TABLE public.sales (
  id integer,
  shop integer NOT NULL
) PARTITION BY LIST (public.half(shop));

-- lock: none
CREATE TABLE public.sales_1 PARTITION OF public.sales FOR VALUES IN (1);

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.half(integer) TO PUBLIC;
