-- before to after

-- lock: none
ALTER TYPE public.mood RENAME TO mood__replaced;

-- lock: none
CREATE TYPE public.mood AS ENUM ('calm', 'wild');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN other TYPE text USING other::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN pair TYPE text USING pair::text;

-- lock: none
DROP TYPE public.moods;

-- lock: none
DROP DOMAIN public.feeling;

-- lock: none
DROP TYPE public.mood__replaced;

-- after to before

-- lock: none; not in a transaction
ALTER TYPE public.mood ADD VALUE 'odd' AFTER 'wild';

-- lock: none
CREATE DOMAIN public.feeling AS public.mood DEFAULT 'wild'::public.mood;

-- lock: none
CREATE TYPE public.moods AS (one public.mood, other public.feeling);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN mood TYPE public.feeling USING mood::text::public.feeling;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN other TYPE public.mood USING other::public.mood;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.animals ALTER COLUMN pair TYPE public.moods USING pair::public.moods;
