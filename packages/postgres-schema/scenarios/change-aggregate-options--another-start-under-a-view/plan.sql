-- before to after

-- lock: access_exclusive
DROP VIEW public.all_sales;

-- lock: none
DROP AGGREGATE public.total(integer);

-- lock: none
CREATE AGGREGATE public.total(integer) (
  SFUNC = int4pl,
  STYPE = integer,
  INITCOND = '100'
);

-- lock: none
REVOKE ALL ON FUNCTION public.total(integer) FROM PUBLIC;

-- lock: none
CREATE VIEW public.all_sales AS
SELECT public.total(amount) AS total
   FROM public.sales;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.total(integer) TO PUBLIC;

-- lock: none
COMMENT ON AGGREGATE public.total(integer) IS 'sum';

-- after to before

-- lock: access_exclusive
DROP VIEW public.all_sales;

-- lock: none
DROP AGGREGATE public.total(integer);

-- lock: none
CREATE AGGREGATE public.total(integer) (
  SFUNC = int4pl,
  STYPE = integer,
  INITCOND = '0'
);

-- lock: none
REVOKE ALL ON FUNCTION public.total(integer) FROM PUBLIC;

-- lock: none
CREATE VIEW public.all_sales AS
SELECT public.total(amount) AS total
   FROM public.sales;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.total(integer) TO PUBLIC;

-- lock: none
COMMENT ON AGGREGATE public.total(integer) IS 'sum';
