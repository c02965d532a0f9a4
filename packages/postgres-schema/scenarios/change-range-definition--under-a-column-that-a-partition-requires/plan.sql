-- before to after

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.p DROP COLUMN c3;

-- lock: none
DROP TYPE public.span;

-- lock: none
CREATE TYPE public.span AS RANGE (SUBTYPE = date, MULTIRANGE_TYPE_NAME = public.span_multirange);

-- lock: access_exclusive
ALTER TABLE public.p ADD COLUMN c3 public.span;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.a ALTER COLUMN c3 SET NOT NULL;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.p DROP COLUMN c3;

-- lock: none
DROP TYPE public.span;

-- lock: none
CREATE TYPE public.span AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = public.span_multirange);

-- lock: access_exclusive
ALTER TABLE public.p ADD COLUMN c3 public.span;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.a ALTER COLUMN c3 SET NOT NULL;
