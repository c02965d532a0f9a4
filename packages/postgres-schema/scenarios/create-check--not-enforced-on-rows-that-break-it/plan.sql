-- before to after

-- lock: none
CREATE TABLE public.refunds (
  net integer,
  CONSTRAINT negative CHECK ((net < 0)) NOT ENFORCED
);

-- lock: access_exclusive
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((net > 0)) NOT ENFORCED;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.orders DROP CONSTRAINT positive;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.refunds;
