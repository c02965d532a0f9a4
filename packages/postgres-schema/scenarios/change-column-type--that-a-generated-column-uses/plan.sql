-- before to after

-- lock: access_exclusive
ALTER TABLE public.boxes DROP COLUMN area;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN w TYPE bigint USING w::bigint;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.boxes ADD COLUMN area integer GENERATED ALWAYS AS ((w * w)) STORED;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.boxes DROP COLUMN area;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.boxes ALTER COLUMN w TYPE integer USING w::integer;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.boxes ADD COLUMN area integer GENERATED ALWAYS AS ((w * w)) STORED;
