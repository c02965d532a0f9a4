-- before to after

-- lock: none
CREATE SCHEMA extensions;

-- lock: none
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA extensions;

-- lock: none
CREATE TABLE public.products (
  id integer NOT NULL,
  name text NOT NULL,
  CONSTRAINT products_pkey PRIMARY KEY (id)
);

-- lock: none
CREATE INDEX products_name_trgm ON public.products USING gin (name extensions.gin_trgm_ops);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.products;

-- lock: none
DROP EXTENSION pg_trgm;

-- lock: none
DROP SCHEMA extensions;
