-- before to after

-- lock: access_exclusive
ALTER TABLE public.base ADD COLUMN note text;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.base DROP COLUMN note;
