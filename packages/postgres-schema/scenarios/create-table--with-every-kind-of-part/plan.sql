-- before to after

-- lock: none
CREATE TYPE public.status AS ENUM ('new', 'done');

-- lock: none
CREATE SEQUENCE public.orders_id_seq AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- lock: none
CREATE TABLE public.customers (
  id bigint GENERATED ALWAYS AS IDENTITY,
  name character varying(80) NOT NULL,
  CONSTRAINT customers_pkey PRIMARY KEY (id)
);

-- lock: none
CREATE TABLE public.orders (
  id bigint DEFAULT nextval('public.orders_id_seq'::regclass) NOT NULL,
  customer_id bigint NOT NULL,
  status public.status DEFAULT 'new'::public.status NOT NULL,
  net numeric(12,2) NOT NULL,
  gross numeric(12,2) GENERATED ALWAYS AS ((net * 1.19)) STORED,
  placed tstzrange NOT NULL,
  number text COLLATE "C",
  CONSTRAINT orders_pkey PRIMARY KEY (id),
  CONSTRAINT orders_number_key UNIQUE (number),
  CONSTRAINT orders_net_check CHECK ((net >= (0)::numeric))
);

-- lock: none
ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;

-- lock: none
ALTER TABLE public.orders ADD CONSTRAINT orders_placed_excl EXCLUDE USING gist (placed WITH &&);

-- lock: none
CREATE INDEX orders_open ON public.orders (customer_id) INCLUDE (net) WHERE (status = 'new'::public.status);

-- lock: none
ALTER TABLE public.orders ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customers (id) ON DELETE CASCADE;

-- lock: none
GRANT SELECT ON TABLE public.orders TO scenario_reader;

-- lock: share_update_exclusive
COMMENT ON COLUMN public.orders.net IS 'Without tax.';

-- lock: none
COMMENT ON TABLE public.orders IS 'What was bought.';

-- lock: none
ALTER TABLE public.orders SET (fillfactor = '80');

-- after to before

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.orders DROP CONSTRAINT orders_customer_id_fkey;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.customers;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.orders;

-- lock: none
DROP TYPE public.status;
