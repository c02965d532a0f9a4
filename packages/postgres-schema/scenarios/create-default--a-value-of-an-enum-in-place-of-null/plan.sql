-- before to after

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN mood SET DEFAULT 'b'::public.mood;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN mood DROP DEFAULT;
