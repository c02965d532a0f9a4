-- before to after

-- lock: access_exclusive
ALTER TABLE public.diary ALTER COLUMN best DROP DEFAULT;

-- lock: none
ALTER DOMAIN public.good_mood DROP CONSTRAINT good_mood_check;

-- lock: none
DROP FUNCTION public.best_of(public.entry);

-- lock: none
ALTER TYPE public.mood RENAME TO mood__replaced;

-- lock: none
CREATE TYPE public.mood AS ENUM ('fine', 'happy', 'great');

-- lock: none
ALTER TYPE public.entry RENAME TO entry__replaced;

-- lock: none
ALTER DOMAIN public.good_mood RENAME TO good_mood__replaced;

-- lock: none
CREATE DOMAIN public.good_mood AS public.mood CONSTRAINT good_mood_check CHECK ((VALUE <> 'fine'::public.mood));

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.diary ALTER COLUMN best TYPE public.good_mood USING best::text::public.good_mood;

-- lock: none
CREATE TYPE public.entry AS (day date, moods public.mood[], best public.good_mood);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.diary ALTER COLUMN entry TYPE public.entry USING entry::text::public.entry;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.diary ALTER COLUMN past TYPE public.entry[] USING past::text[]::public.entry[];

-- lock: none
DROP TYPE public.entry__replaced;

-- lock: none
DROP DOMAIN public.good_mood__replaced;

-- lock: none
DROP TYPE public.mood__replaced;

-- lock: none
CREATE OR REPLACE FUNCTION public.best_of(public.entry)
 RETURNS public.good_mood
 LANGUAGE sql
AS $function$SELECT $1.best$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.best_of(public.entry) FROM PUBLIC;

-- lock: access_exclusive
ALTER TABLE public.diary ALTER COLUMN best SET DEFAULT 'happy'::public.mood;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.best_of(public.entry) TO PUBLIC;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.diary ALTER COLUMN best DROP DEFAULT;

-- lock: none
ALTER DOMAIN public.good_mood DROP CONSTRAINT good_mood_check;

-- lock: none
DROP FUNCTION public.best_of(public.entry);

-- lock: none
ALTER TYPE public.mood RENAME TO mood__replaced;

-- lock: none
CREATE TYPE public.mood AS ENUM ('sad', 'fine', 'happy');

-- lock: none
ALTER TYPE public.entry RENAME TO entry__replaced;

-- lock: none
ALTER DOMAIN public.good_mood RENAME TO good_mood__replaced;

-- lock: none
CREATE DOMAIN public.good_mood AS public.mood CONSTRAINT good_mood_check CHECK ((VALUE <> 'sad'::public.mood));

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.diary ALTER COLUMN best TYPE public.good_mood USING best::text::public.good_mood;

-- lock: none
CREATE TYPE public.entry AS (day date, moods public.mood[], best public.good_mood);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.diary ALTER COLUMN entry TYPE public.entry USING entry::text::public.entry;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.diary ALTER COLUMN past TYPE public.entry[] USING past::text[]::public.entry[];

-- lock: none
DROP TYPE public.entry__replaced;

-- lock: none
DROP DOMAIN public.good_mood__replaced;

-- lock: none
DROP TYPE public.mood__replaced;

-- lock: none
CREATE OR REPLACE FUNCTION public.best_of(public.entry)
 RETURNS public.good_mood
 LANGUAGE sql
AS $function$SELECT $1.best$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.best_of(public.entry) FROM PUBLIC;

-- lock: access_exclusive
ALTER TABLE public.diary ALTER COLUMN best SET DEFAULT 'happy'::public.mood;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.best_of(public.entry) TO PUBLIC;
