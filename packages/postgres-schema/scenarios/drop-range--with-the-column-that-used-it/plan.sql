-- before to after

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.t DROP COLUMN during;

-- lock: none
DROP TYPE public.span;

-- after to before

-- lock: none
CREATE TYPE public.span AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = public.span_multirange);

-- lock: access_exclusive
ALTER TABLE public.t ADD COLUMN during public.span;
