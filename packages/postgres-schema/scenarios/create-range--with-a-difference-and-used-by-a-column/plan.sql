-- before to after

-- lock: none
CREATE TYPE public.span AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = public.apart, MULTIRANGE_TYPE_NAME = public.span_multirange);

-- lock: none
CREATE TABLE public.t (
  a public.span,
  b public.span_multirange
);

-- lock: none
CREATE INDEX t_a ON public.t USING gist (a);

-- lock: none
COMMENT ON TYPE public.span IS 'from and to';

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.t;

-- lock: none
DROP TYPE public.span;
