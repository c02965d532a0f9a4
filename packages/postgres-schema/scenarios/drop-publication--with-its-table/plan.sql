-- before to after

-- lock: none
DROP PUBLICATION chosen;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.orders;

-- after to before

-- lock: none
CREATE TABLE public.orders (
  id integer NOT NULL,
  CONSTRAINT orders_pkey PRIMARY KEY (id)
);

-- lock: none
CREATE PUBLICATION chosen FOR TABLE public.orders WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);
