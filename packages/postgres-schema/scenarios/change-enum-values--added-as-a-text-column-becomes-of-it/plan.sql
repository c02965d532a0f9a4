-- before to after

-- lock: none; not in a transaction
ALTER TYPE public.mood ADD VALUE 'bad' AFTER 'good';

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.days ALTER COLUMN felt TYPE public.mood USING felt::public.mood;

-- after to before

-- lock: none
ALTER TYPE public.mood RENAME TO mood__replaced;

-- lock: none
CREATE TYPE public.mood AS ENUM ('good');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.days ALTER COLUMN also TYPE public.mood USING also::text::public.mood;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.days ALTER COLUMN felt TYPE text USING felt::text;

-- lock: none
DROP TYPE public.mood__replaced;
