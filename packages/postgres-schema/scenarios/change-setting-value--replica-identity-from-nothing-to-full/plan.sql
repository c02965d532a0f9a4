-- before to after

-- lock: access_exclusive
ALTER TABLE public.docs REPLICA IDENTITY FULL;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.docs REPLICA IDENTITY NOTHING;
