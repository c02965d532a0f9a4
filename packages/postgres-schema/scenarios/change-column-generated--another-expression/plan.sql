-- before to after

-- lock: access_exclusive
DROP INDEX public.boxes_area;

-- lock: access_exclusive
ALTER TABLE public.boxes DROP COLUMN area;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.boxes ADD COLUMN area integer GENERATED ALWAYS AS (((w * w) * 2)) STORED;

-- lock: share; hazards: blocks_writes
CREATE INDEX boxes_area ON public.boxes (area);

-- lock: share_update_exclusive
COMMENT ON COLUMN public.boxes.area IS 'computed';

-- after to before

-- lock: access_exclusive
DROP INDEX public.boxes_area;

-- lock: access_exclusive
ALTER TABLE public.boxes DROP COLUMN area;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.boxes ADD COLUMN area integer GENERATED ALWAYS AS ((w * w)) STORED;

-- lock: share; hazards: blocks_writes
CREATE INDEX boxes_area ON public.boxes (area);

-- lock: share_update_exclusive
COMMENT ON COLUMN public.boxes.area IS 'computed';
