-- before to after

-- lock: none
DROP TYPE public.span;

-- lock: none
CREATE TYPE public.span AS RANGE (SUBTYPE = bigint, MULTIRANGE_TYPE_NAME = public.span_multirange);

-- lock: none; hazards: changes_access
GRANT USAGE ON TYPE public.span TO scenario_reader;

-- lock: none
COMMENT ON TYPE public.span IS 'a span';

-- after to before

-- lock: none
DROP TYPE public.span;

-- lock: none
CREATE TYPE public.span AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = public.span_multirange);

-- lock: none; hazards: changes_access
GRANT USAGE ON TYPE public.span TO scenario_reader;

-- lock: none
COMMENT ON TYPE public.span IS 'a span';
