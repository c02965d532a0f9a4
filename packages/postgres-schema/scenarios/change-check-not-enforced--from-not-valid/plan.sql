-- before to after

-- lock: access_exclusive
ALTER TABLE public.orders DROP CONSTRAINT positive;

-- lock: access_exclusive
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((net > 0)) NOT ENFORCED;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.orders DROP CONSTRAINT positive;

-- lock: access_exclusive
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((net > 0)) NOT VALID;
