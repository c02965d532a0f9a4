-- before to after

-- lock: access_exclusive
ALTER TABLE public.b DROP CONSTRAINT b_key;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.p DROP COLUMN c2;

-- lock: none
DROP TYPE public.span;

-- lock: none
CREATE TYPE public.span AS RANGE (SUBTYPE = date, MULTIRANGE_TYPE_NAME = public.span_multirange);

-- lock: access_exclusive
ALTER TABLE public.p ADD COLUMN c2 public.span;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.b ADD CONSTRAINT b_key UNIQUE (c2);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.b DROP CONSTRAINT b_key;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.p DROP COLUMN c2;

-- lock: none
DROP TYPE public.span;

-- lock: none
CREATE TYPE public.span AS RANGE (SUBTYPE = integer, MULTIRANGE_TYPE_NAME = public.span_multirange);

-- lock: access_exclusive
ALTER TABLE public.p ADD COLUMN c2 public.span;

-- lock: access_exclusive; hazards: blocks_writes, may_fail_on_data
ALTER TABLE public.b ADD CONSTRAINT b_key UNIQUE (c2);
