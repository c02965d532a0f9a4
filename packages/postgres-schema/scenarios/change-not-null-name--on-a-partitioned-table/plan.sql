-- before to after

-- lock: access_exclusive
ALTER TABLE public.readings RENAME CONSTRAINT has_time TO is_dated;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.readings RENAME CONSTRAINT is_dated TO has_time;
