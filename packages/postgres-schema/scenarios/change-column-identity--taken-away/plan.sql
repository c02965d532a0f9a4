-- before to after

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id DROP IDENTITY;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
