-- before to after

-- lock: access_exclusive
ALTER TABLE public.clients RENAME TO customers;

-- lock: access_exclusive
ALTER TABLE public.customers RENAME CONSTRAINT clients_boss_id_fkey TO customers_boss_id_fkey;

-- lock: share_update_exclusive
ALTER INDEX public.clients_boss_id_idx RENAME TO customers_boss_id_idx;

-- lock: access_exclusive
ALTER TABLE public.customers RENAME CONSTRAINT clients_pkey TO customers_pkey;

-- lock: access_exclusive
ALTER TABLE public.customers RENAME CONSTRAINT clients_email_key TO customers_email_key;

-- lock: access_exclusive
ALTER TABLE public.customers ALTER COLUMN id DROP DEFAULT;

-- lock: none
DROP SEQUENCE public.clients_id_seq;

-- lock: none
CREATE SEQUENCE public.customers_id_seq AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;

-- lock: access_exclusive
ALTER TABLE public.customers ALTER COLUMN id SET DEFAULT nextval('public.customers_id_seq'::regclass);

-- lock: access_share; hazards: scans_table
SELECT setval('public.customers_id_seq', max(id)) FROM public.customers WHERE id BETWEEN (SELECT last_value FROM public.customers_id_seq) AND 2147483647;

-- lock: none
ALTER SEQUENCE public.customers_id_seq OWNED BY public.customers.id;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.customers RENAME TO clients;

-- lock: access_exclusive
ALTER TABLE public.clients RENAME CONSTRAINT customers_boss_id_fkey TO clients_boss_id_fkey;

-- lock: share_update_exclusive
ALTER INDEX public.customers_boss_id_idx RENAME TO clients_boss_id_idx;

-- lock: access_exclusive
ALTER TABLE public.clients RENAME CONSTRAINT customers_pkey TO clients_pkey;

-- lock: access_exclusive
ALTER TABLE public.clients RENAME CONSTRAINT customers_email_key TO clients_email_key;

-- lock: access_exclusive
ALTER TABLE public.clients ALTER COLUMN id DROP DEFAULT;

-- lock: none
DROP SEQUENCE public.customers_id_seq;

-- lock: none
CREATE SEQUENCE public.clients_id_seq AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;

-- lock: access_exclusive
ALTER TABLE public.clients ALTER COLUMN id SET DEFAULT nextval('public.clients_id_seq'::regclass);

-- lock: access_share; hazards: scans_table
SELECT setval('public.clients_id_seq', max(id)) FROM public.clients WHERE id BETWEEN (SELECT last_value FROM public.clients_id_seq) AND 2147483647;

-- lock: none
ALTER SEQUENCE public.clients_id_seq OWNED BY public.clients.id;
