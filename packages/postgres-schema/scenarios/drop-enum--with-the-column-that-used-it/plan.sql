-- before to after

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN now;

-- lock: none
DROP TYPE public.mood;

-- after to before

-- lock: none
CREATE TYPE public.mood AS ENUM ('sad', 'ok');

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN now public.mood DEFAULT 'ok'::public.mood;
