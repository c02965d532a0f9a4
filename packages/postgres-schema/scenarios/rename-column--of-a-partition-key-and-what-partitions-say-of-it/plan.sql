-- before to after

-- lock: access_exclusive
ALTER TABLE public.events RENAME COLUMN at TO happened_on;

-- lock: access_exclusive
ALTER TABLE public.events RENAME COLUMN v TO amount;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.events RENAME COLUMN happened_on TO at;

-- lock: access_exclusive
ALTER TABLE public.events RENAME COLUMN amount TO v;
