-- before to after

-- lock: access_exclusive
DROP RULE keep ON public.people;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN name;

-- lock: access_exclusive
CREATE OR REPLACE RULE keep AS
    ON DELETE TO public.people
   WHERE (old.id = 1) DO INSTEAD NOTHING;

-- lock: none
COMMENT ON RULE keep ON public.people IS 'kept';

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN name text;

-- lock: access_exclusive
CREATE OR REPLACE RULE keep AS
    ON DELETE TO public.people
   WHERE (old.name = 'a'::text) DO INSTEAD NOTHING;
