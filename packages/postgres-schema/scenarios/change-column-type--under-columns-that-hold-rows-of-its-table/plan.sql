-- before to after

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.known_places;

-- lock: access_exclusive
DROP VIEW public.numbers;

-- lock: access_exclusive
ALTER TABLE public.visits DROP CONSTRAINT visits_at_check;

-- lock: access_exclusive
ALTER TABLE public.visits ALTER COLUMN at DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.diaries ALTER COLUMN visits TYPE text USING visits::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN at TYPE text USING at::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN home TYPE text USING home::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN seen TYPE text USING seen::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN trip TYPE text USING trip::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.places ALTER COLUMN number TYPE integer USING number::integer;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN at TYPE public.places USING at::public.places;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN home TYPE public.home USING home::public.home;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN seen TYPE public.places[] USING seen::public.places[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN trip TYPE public.trip USING trip::public.trip;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.diaries ALTER COLUMN visits TYPE public.visits[] USING visits::public.visits[];

-- lock: access_exclusive
ALTER TABLE public.visits ALTER COLUMN at SET DEFAULT ROW('nowhere'::text, 0, NULL::public.mood)::public.places;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.visits ADD CONSTRAINT visits_at_check CHECK (((at).number >= 0));

-- lock: none
CREATE VIEW public.numbers AS
SELECT (at).number AS number,
    at
   FROM public.visits;

-- lock: none
CREATE MATERIALIZED VIEW public.known_places AS
SELECT p.*::public.places AS place
   FROM public.places p;

-- after to before

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.known_places;

-- lock: access_exclusive
DROP VIEW public.numbers;

-- lock: access_exclusive
ALTER TABLE public.visits DROP CONSTRAINT visits_at_check;

-- lock: access_exclusive
ALTER TABLE public.visits ALTER COLUMN at DROP DEFAULT;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.diaries ALTER COLUMN visits TYPE text USING visits::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN at TYPE text USING at::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN home TYPE text USING home::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN seen TYPE text USING seen::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN trip TYPE text USING trip::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.places ALTER COLUMN number TYPE smallint USING number::smallint;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN at TYPE public.places USING at::public.places;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN home TYPE public.home USING home::public.home;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN seen TYPE public.places[] USING seen::public.places[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN trip TYPE public.trip USING trip::public.trip;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.diaries ALTER COLUMN visits TYPE public.visits[] USING visits::public.visits[];

-- lock: access_exclusive
ALTER TABLE public.visits ALTER COLUMN at SET DEFAULT ROW('nowhere'::text, (0)::smallint, NULL::public.mood)::public.places;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.visits ADD CONSTRAINT visits_at_check CHECK (((at).number >= 0));

-- lock: none
CREATE VIEW public.numbers AS
SELECT (at).number AS number,
    at
   FROM public.visits;

-- lock: none
CREATE MATERIALIZED VIEW public.known_places AS
SELECT p.*::public.places AS place
   FROM public.places p;
