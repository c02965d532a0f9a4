-- before to after

-- lock: none
ALTER TYPE public.mood RENAME TO mood__replaced;

-- lock: none
CREATE TYPE public.mood AS ENUM ('calm', 'wild');

-- lock: none
ALTER DOMAIN public.size RENAME TO size__replaced;

-- lock: none
CREATE DOMAIN public.size AS text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN mood TYPE public.mood[] USING mood::text::public.mood[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN moods TYPE public.mood USING moods::text::public.mood;

-- lock: none
DROP TYPE public.mood__replaced;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN size TYPE public.size[] USING size::text::public.size[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN sizes TYPE public.size USING sizes::text::public.size;

-- lock: none
DROP DOMAIN public.size__replaced;

-- after to before

-- lock: none
ALTER TYPE public.mood ADD VALUE 'odd' AFTER 'wild';

-- lock: none
ALTER DOMAIN public.size RENAME TO size__replaced;

-- lock: none
CREATE DOMAIN public.size AS integer;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN moods TYPE public.mood[] USING moods::text::public.mood[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN size TYPE public.size USING size::text::public.size;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN sizes TYPE public.size[] USING sizes::text::public.size[];

-- lock: none
DROP DOMAIN public.size__replaced;
