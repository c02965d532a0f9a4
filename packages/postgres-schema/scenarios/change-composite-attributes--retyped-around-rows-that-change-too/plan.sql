-- before to after

-- lock: none
ALTER TYPE public.pair RENAME TO pair__replaced;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN content TYPE text USING content::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN id TYPE bigint USING id::bigint;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN others TYPE text USING others::text;

-- lock: none
CREATE TYPE public.pair AS (part public.parts, number bigint);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.parts ALTER COLUMN id TYPE bigint USING id::bigint;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN content TYPE public.pair USING content::public.pair;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN others TYPE public.pair[] USING others::public.pair[];

-- lock: none
DROP TYPE public.pair__replaced;

-- lock: access_exclusive
ALTER TABLE public.boxes ADD COLUMN more public.pair;

-- lock: access_exclusive
ALTER TABLE public.parts ADD COLUMN note text;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.boxes DROP COLUMN more;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.parts DROP COLUMN note;

-- lock: none
ALTER TYPE public.pair RENAME TO pair__replaced;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN content TYPE text USING content::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN id TYPE integer USING id::integer;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN others TYPE text USING others::text;

-- lock: none
CREATE TYPE public.pair AS (part public.parts, number integer);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.parts ALTER COLUMN id TYPE integer USING id::integer;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN content TYPE public.pair USING content::public.pair;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN others TYPE public.pair[] USING others::public.pair[];

-- lock: none
DROP TYPE public.pair__replaced;
