-- before to after

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN now DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.people ALTER COLUMN now TYPE text USING now::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.people ALTER COLUMN past TYPE text[] USING past::text::text[];

-- lock: none
DROP TYPE public.mood;

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN now SET DEFAULT 'ok'::text;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN now DROP DEFAULT;

-- lock: none
CREATE TYPE public.mood AS ENUM ('sad', 'ok');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.people ALTER COLUMN now TYPE public.mood USING now::public.mood;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.people ALTER COLUMN past TYPE public.mood[] USING past::text::public.mood[];

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN now SET DEFAULT 'ok'::public.mood;
