-- before to after

-- lock: none
CREATE AGGREGATE public.middle(double precision ORDER BY double precision) (
  SFUNC = ordered_set_transition,
  STYPE = internal,
  FINALFUNC = percentile_disc_final,
  FINALFUNC_EXTRA
);

-- lock: none
REVOKE ALL ON FUNCTION public.middle(double precision, double precision) FROM PUBLIC;

-- lock: none
CREATE AGGREGATE public.moving_sum(double precision) (
  SFUNC = float8pl,
  STYPE = double precision,
  MSFUNC = float8pl,
  MINVFUNC = float8mi,
  MSTYPE = double precision
);

-- lock: none
REVOKE ALL ON FUNCTION public.moving_sum(double precision) FROM PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.middle(double precision, double precision) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.moving_sum(double precision) TO PUBLIC;

-- after to before

-- lock: none
DROP AGGREGATE public.middle(double precision ORDER BY double precision);

-- lock: none
DROP AGGREGATE public.moving_sum(double precision);
