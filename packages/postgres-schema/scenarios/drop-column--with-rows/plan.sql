-- before to after

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.people DROP COLUMN nick;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN nick text DEFAULT 'none'::text;
