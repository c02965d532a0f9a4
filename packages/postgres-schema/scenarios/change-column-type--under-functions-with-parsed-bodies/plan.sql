-- before to after

-- lock: access_exclusive
DROP VIEW public.dear_items;

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN price DROP DEFAULT;

-- lock: none
DROP FUNCTION public.dear(integer);

-- lock: none
DROP FUNCTION public.price_of(integer);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN price TYPE bigint USING price::bigint;

-- lock: none
CREATE OR REPLACE FUNCTION public.price_of(item integer)
 RETURNS bigint
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT items.price
    FROM public.items
   WHERE (items.id = price_of.item);
END;

-- lock: none
REVOKE ALL ON FUNCTION public.price_of(integer) FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.dear(item integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (public.price_of(item) > 100);

-- lock: none
REVOKE ALL ON FUNCTION public.dear(integer) FROM PUBLIC;

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN price SET DEFAULT public.price_of(1);

-- lock: none
CREATE VIEW public.dear_items AS
SELECT id
   FROM public.items
  WHERE public.dear(id);

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.dear(integer) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.price_of(integer) TO PUBLIC;

-- after to before

-- lock: access_exclusive
DROP VIEW public.dear_items;

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN price DROP DEFAULT;

-- lock: none
DROP FUNCTION public.dear(integer);

-- lock: none
DROP FUNCTION public.price_of(integer);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN price TYPE integer USING price::integer;

-- lock: none
CREATE OR REPLACE FUNCTION public.price_of(item integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT items.price
    FROM public.items
   WHERE (items.id = price_of.item);
END;

-- lock: none
REVOKE ALL ON FUNCTION public.price_of(integer) FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.dear(item integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
RETURN (public.price_of(item) > 100);

-- lock: none
REVOKE ALL ON FUNCTION public.dear(integer) FROM PUBLIC;

-- lock: access_exclusive
ALTER TABLE public.orders ALTER COLUMN price SET DEFAULT public.price_of(1);

-- lock: none
CREATE VIEW public.dear_items AS
SELECT id
   FROM public.items
  WHERE public.dear(id);

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.dear(integer) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.price_of(integer) TO PUBLIC;
