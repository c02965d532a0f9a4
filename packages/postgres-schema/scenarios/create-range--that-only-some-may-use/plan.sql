-- before to after

-- lock: none
CREATE TYPE public.span AS RANGE (SUBTYPE = text, MULTIRANGE_TYPE_NAME = public.span_multirange);

-- lock: none
REVOKE USAGE ON TYPE public.span FROM PUBLIC;

-- lock: none; hazards: changes_access
ALTER TYPE public.span OWNER TO scenario_owner;

-- lock: none; hazards: changes_access
GRANT USAGE ON TYPE public.span TO scenario_reader;

-- after to before

-- lock: none
DROP TYPE public.span;
