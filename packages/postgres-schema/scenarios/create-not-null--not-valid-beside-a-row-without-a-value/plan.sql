-- before to after

-- lock: none
CREATE TABLE public.teams (
  name text
);

-- lock: access_exclusive
ALTER TABLE public.people ADD CONSTRAINT has_mail NOT NULL mail NOT VALID;

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN town text;

-- lock: access_exclusive
ALTER TABLE public.people ADD CONSTRAINT people_town_not_null NOT NULL town NOT VALID;

-- lock: none
ALTER TABLE public.teams ADD CONSTRAINT has_name NOT NULL name NOT VALID;

-- lock: none
COMMENT ON CONSTRAINT has_name ON public.teams IS 'later';

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN mail DROP NOT NULL;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN town;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.teams;
