-- before to after

-- lock: access_exclusive
ALTER TABLE public.boxes DROP COLUMN area;

-- lock: access_exclusive
ALTER TABLE public.boxes ADD COLUMN area integer GENERATED ALWAYS AS ((w * w)) VIRTUAL;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.boxes DROP COLUMN area;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.boxes ADD COLUMN area integer GENERATED ALWAYS AS ((w * w)) STORED;
