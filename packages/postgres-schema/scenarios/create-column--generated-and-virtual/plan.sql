-- before to after

-- lock: access_exclusive
ALTER TABLE public.people ADD COLUMN full_name text GENERATED ALWAYS AS (((first || ' '::text) || last)) VIRTUAL;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people DROP COLUMN full_name;
