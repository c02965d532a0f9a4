-- before to after

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN born date;

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN data jsonb DEFAULT '{}'::jsonb NOT NULL;

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN name text;

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN tags text[] DEFAULT '{}'::text[] NOT NULL;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN born;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN data;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN name;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN tags;
