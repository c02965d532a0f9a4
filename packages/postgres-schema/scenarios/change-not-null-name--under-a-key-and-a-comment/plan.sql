-- before to after

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT has_id TO is_known;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.people RENAME CONSTRAINT is_known TO has_id;
