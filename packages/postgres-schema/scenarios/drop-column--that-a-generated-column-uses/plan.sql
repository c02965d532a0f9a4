-- before to after

-- lock: access_exclusive
ALTER TABLE public.boxes DROP COLUMN area;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.boxes DROP COLUMN h;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.boxes ADD COLUMN area integer GENERATED ALWAYS AS ((w * w)) STORED;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.boxes DROP COLUMN area;

-- lock: access_exclusive
ALTER TABLE public.boxes ADD COLUMN h integer;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.boxes ADD COLUMN area integer GENERATED ALWAYS AS ((w * h)) STORED;
