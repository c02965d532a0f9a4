-- before to after

-- lock: none
DROP AGGREGATE public.total(integer);

-- lock: none
CREATE AGGREGATE public.total(amount integer) (
  SFUNC = int4pl,
  STYPE = integer
);

-- lock: none
REVOKE ALL ON FUNCTION public.total(integer) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.total(integer) TO PUBLIC;

-- after to before

-- lock: none
DROP AGGREGATE public.total(amount integer);

-- lock: none
CREATE AGGREGATE public.total(integer) (
  SFUNC = int4pl,
  STYPE = integer
);

-- lock: none
REVOKE ALL ON FUNCTION public.total(integer) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.total(integer) TO PUBLIC;
