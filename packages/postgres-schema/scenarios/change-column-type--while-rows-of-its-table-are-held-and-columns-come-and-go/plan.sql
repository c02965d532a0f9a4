-- before to after

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.places DROP COLUMN unused;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.visits DROP COLUMN gone;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.a_new_holder;

-- lock: none
DROP TYPE public.mood;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN far TYPE text USING far::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN several TYPE text USING several::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.places ALTER COLUMN number TYPE integer USING number::integer;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN far TYPE public.far_places USING far::public.far_places;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN several TYPE public.far_places[] USING several::public.far_places[];

-- lock: none
CREATE TABLE public.a_newer_holder (
  at public.places,
  others public.places[]
);

-- lock: access_exclusive
ALTER TABLE public.places ADD COLUMN country text;

-- lock: access_exclusive
ALTER TABLE public.visits ADD COLUMN come public.far_places;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.places DROP COLUMN country;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.visits DROP COLUMN come;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.a_newer_holder;

-- lock: none
CREATE TYPE public.mood AS ENUM ('sad', 'happy');

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN far TYPE text USING far::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN several TYPE text USING several::text;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.places ALTER COLUMN number TYPE smallint USING number::smallint;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN far TYPE public.far_places USING far::public.far_places;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.visits ALTER COLUMN several TYPE public.far_places[] USING several::public.far_places[];

-- lock: none
CREATE TABLE public.a_new_holder (
  at public.places
);

-- lock: access_exclusive
ALTER TABLE public.places ADD COLUMN unused text;

-- lock: access_exclusive
ALTER TABLE public.visits ADD COLUMN gone public.places;
