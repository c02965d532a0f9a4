-- before to after

-- lock: none
CREATE TABLE public.orders (
  id integer NOT NULL,
  net integer,
  CONSTRAINT orders_pkey PRIMARY KEY (id)
);

-- lock: none
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((net > 0)) NOT VALID;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.orders;
