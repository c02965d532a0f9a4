-- before to after

-- lock: access_exclusive
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((net > 0)) NOT VALID;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.orders DROP CONSTRAINT positive;
