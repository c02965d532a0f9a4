-- before to after

-- lock: none
CREATE TABLE public.carts (
  id uuid NOT NULL,
  CONSTRAINT carts_pkey PRIMARY KEY (id)
) PARTITION BY HASH (id);

-- lock: none
CREATE TABLE public.carts_0 PARTITION OF public.carts FOR VALUES WITH (modulus 2, remainder 0);

-- lock: none
CREATE TABLE public.carts_1 PARTITION OF public.carts FOR VALUES WITH (modulus 2, remainder 1);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.carts_0;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.carts_1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.carts;
