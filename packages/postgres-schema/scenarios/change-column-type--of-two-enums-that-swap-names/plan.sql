-- before to after

-- lock: access_exclusive
DROP VIEW public.moods;

-- lock: access_exclusive
ALTER TABLE public.days DROP CONSTRAINT days_was_check;

-- lock: access_exclusive
ALTER TABLE public.days ALTER COLUMN felt DROP DEFAULT;

-- lock: none
DROP FUNCTION public.mood_of(public.weather);

-- lock: none
ALTER TYPE public.mood RENAME TO mood__replaced;

-- lock: none
CREATE TYPE public.mood AS ENUM ('sun', 'rain');

-- lock: none
ALTER TYPE public.weather RENAME TO weather__replaced;

-- lock: none
CREATE TYPE public.weather AS ENUM ('good', 'bad');

-- lock: none
ALTER TYPE public.day RENAME TO day__replaced;

-- lock: none
CREATE TYPE public.day AS (felt public.weather, was public.mood);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.days ALTER COLUMN both_of TYPE public.day USING both_of::text::public.day;

-- lock: none
DROP TYPE public.day__replaced;

-- lock: none
CREATE OR REPLACE FUNCTION public.mood_of(public.mood)
 RETURNS public.weather
 LANGUAGE sql
RETURN 'good'::public.weather;

-- lock: none
REVOKE ALL ON FUNCTION public.mood_of(public.mood) FROM PUBLIC;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.days ALTER COLUMN felt TYPE public.weather USING felt::text::public.weather;

-- lock: none
DROP TYPE public.mood__replaced;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.days ALTER COLUMN was TYPE public.mood USING was::text::public.mood;

-- lock: none
DROP TYPE public.weather__replaced;

-- lock: access_exclusive
ALTER TABLE public.days ALTER COLUMN felt SET DEFAULT 'good'::public.weather;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.days ADD CONSTRAINT days_was_check CHECK ((was <> 'rain'::public.mood));

-- lock: none
CREATE VIEW public.moods AS
SELECT public.mood_of(was) AS expected,
    felt
   FROM public.days;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.mood_of(public.mood) TO PUBLIC;

-- after to before

-- lock: access_exclusive
DROP VIEW public.moods;

-- lock: access_exclusive
ALTER TABLE public.days DROP CONSTRAINT days_was_check;

-- lock: access_exclusive
ALTER TABLE public.days ALTER COLUMN felt DROP DEFAULT;

-- lock: none
DROP FUNCTION public.mood_of(public.mood);

-- lock: none
ALTER TYPE public.mood RENAME TO mood__replaced;

-- lock: none
CREATE TYPE public.mood AS ENUM ('good', 'bad');

-- lock: none
ALTER TYPE public.weather RENAME TO weather__replaced;

-- lock: none
CREATE TYPE public.weather AS ENUM ('sun', 'rain');

-- lock: none
ALTER TYPE public.day RENAME TO day__replaced;

-- lock: none
CREATE TYPE public.day AS (felt public.mood, was public.weather);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.days ALTER COLUMN both_of TYPE public.day USING both_of::text::public.day;

-- lock: none
DROP TYPE public.day__replaced;

-- lock: none
CREATE OR REPLACE FUNCTION public.mood_of(public.weather)
 RETURNS public.mood
 LANGUAGE sql
RETURN 'good'::public.mood;

-- lock: none
REVOKE ALL ON FUNCTION public.mood_of(public.weather) FROM PUBLIC;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.days ALTER COLUMN felt TYPE public.mood USING felt::text::public.mood;

-- lock: none
DROP TYPE public.weather__replaced;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.days ALTER COLUMN was TYPE public.weather USING was::text::public.weather;

-- lock: none
DROP TYPE public.mood__replaced;

-- lock: access_exclusive
ALTER TABLE public.days ALTER COLUMN felt SET DEFAULT 'good'::public.mood;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.days ADD CONSTRAINT days_was_check CHECK ((was <> 'rain'::public.weather));

-- lock: none
CREATE VIEW public.moods AS
SELECT public.mood_of(was) AS expected,
    felt
   FROM public.days;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.mood_of(public.weather) TO PUBLIC;
