-- before to after

-- lock: none
ALTER SEQUENCE public.old_orders_id_seq OWNED BY NONE;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.old_orders;

-- lock: none
ALTER SEQUENCE public.old_orders_id_seq AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- after to before

-- lock: none; hazards: may_fail_on_data
ALTER SEQUENCE public.old_orders_id_seq AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;

-- lock: none
CREATE TABLE public.old_orders (
  id integer DEFAULT nextval('public.old_orders_id_seq'::regclass) NOT NULL,
  CONSTRAINT old_orders_pkey PRIMARY KEY (id)
);

-- lock: none
ALTER SEQUENCE public.old_orders_id_seq OWNED BY public.old_orders.id;
