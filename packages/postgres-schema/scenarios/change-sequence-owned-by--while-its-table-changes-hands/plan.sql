-- before to after

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN id DROP DEFAULT;

-- lock: none
DROP SEQUENCE public.invoices_id_seq;

-- lock: none
ALTER SEQUENCE public.orders_id_seq OWNED BY NONE;

-- lock: none; hazards: changes_access
ALTER SEQUENCE public.orders_id_seq OWNER TO scenario_owner;

-- lock: none
CREATE TABLE public.others (
  id integer NOT NULL,
  CONSTRAINT others_pkey PRIMARY KEY (id)
);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.invoices ALTER COLUMN id TYPE uuid USING id::text::uuid;

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.invoices OWNER TO scenario_owner;

-- lock: none
ALTER TABLE public.others OWNER TO scenario_owner;

-- lock: none
ALTER SEQUENCE public.orders_id_seq OWNED BY public.others.id;

-- after to before

-- lock: none
CREATE SEQUENCE public.invoices_id_seq AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;

-- lock: none
ALTER SEQUENCE public.orders_id_seq OWNED BY NONE;

-- lock: none; hazards: changes_access
ALTER SEQUENCE public.orders_id_seq OWNER TO postgres;

-- lock: none
ALTER SEQUENCE public.orders_id_seq OWNED BY public.orders.id;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.others;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.invoices ALTER COLUMN id TYPE integer USING id::text::integer;

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN id SET DEFAULT nextval('public.invoices_id_seq'::regclass);

-- lock: access_share; hazards: scans_table
SELECT setval('public.invoices_id_seq', max(id)) FROM public.invoices WHERE id BETWEEN (SELECT last_value FROM public.invoices_id_seq) AND 2147483647;

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.invoices OWNER TO postgres;

-- lock: none
ALTER SEQUENCE public.invoices_id_seq OWNED BY public.invoices.id;
