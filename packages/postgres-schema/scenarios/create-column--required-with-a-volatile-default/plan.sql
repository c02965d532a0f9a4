-- before to after

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.people ADD COLUMN rank double precision DEFAULT random() NOT NULL;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN rank;
