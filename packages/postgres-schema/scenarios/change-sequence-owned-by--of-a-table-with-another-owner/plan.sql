-- before to after

-- lock: access_exclusive
ALTER TABLE public.bills ALTER COLUMN number DROP DEFAULT;

-- lock: none
ALTER SEQUENCE public.bills_number_seq OWNED BY NONE;

-- lock: none; hazards: changes_access
ALTER SEQUENCE public.bills_number_seq OWNER TO scenario_writer;

-- lock: none
ALTER SEQUENCE public.bills_number_seq OWNED BY public.notes.id;

-- lock: none; hazards: changes_access
ALTER SEQUENCE public.numbers OWNER TO scenario_owner;

-- lock: none
CREATE SEQUENCE public.orders_number_seq AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;

-- lock: none; hazards: changes_access
ALTER SEQUENCE public.orders_number_seq OWNER TO scenario_owner;

-- lock: none
CREATE TABLE public.receipts (
  id bigint DEFAULT nextval('public.numbers'::regclass) NOT NULL,
  CONSTRAINT receipts_pkey PRIMARY KEY (id)
);

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.orders ADD COLUMN number integer DEFAULT nextval('public.orders_number_seq'::regclass) NOT NULL;

-- lock: none
ALTER SEQUENCE public.orders_number_seq OWNED BY public.orders.number;

-- lock: none
ALTER TABLE public.receipts OWNER TO scenario_owner;

-- lock: none
ALTER SEQUENCE public.numbers OWNED BY public.receipts.id;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.orders DROP COLUMN number;

-- lock: none
ALTER SEQUENCE public.bills_number_seq OWNED BY NONE;

-- lock: none; hazards: changes_access
ALTER SEQUENCE public.bills_number_seq OWNER TO scenario_owner;

-- lock: none
ALTER SEQUENCE public.bills_number_seq OWNED BY public.bills.number;

-- lock: none
ALTER SEQUENCE public.numbers OWNED BY NONE;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.receipts;

-- lock: access_exclusive
ALTER TABLE public.bills ALTER COLUMN number SET DEFAULT nextval('public.bills_number_seq'::regclass);

-- lock: none; hazards: changes_access
ALTER SEQUENCE public.numbers OWNER TO postgres;
