-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN at TYPE text USING at::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN seen TYPE text USING seen::text;

-- lock: none
ALTER TYPE public.mood RENAME TO mood__replaced;

-- lock: none
CREATE TYPE public.mood AS ENUM ('sad', 'happy');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.places ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.places ALTER COLUMN other TYPE public.mood USING other::text::public.mood;

-- lock: none
DROP TYPE public.mood__replaced;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN at TYPE public.places USING at::public.places;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN seen TYPE public.places[] USING seen::public.places[];

-- after to before

-- lock: none
ALTER TYPE public.mood ADD VALUE 'unknown' AFTER 'happy';
