-- before to after

-- lock: access_exclusive
ALTER TABLE public.clients RENAME TO customers;

-- lock: access_exclusive
ALTER TABLE public.customers RENAME CONSTRAINT clients_boss_id_fkey TO customers_boss_id_fkey;

-- lock: share_update_exclusive
ALTER INDEX public.clients_boss_id_idx RENAME TO customers_boss_id_idx;

-- lock: access_exclusive
ALTER TABLE public.customers RENAME CONSTRAINT clients_pkey TO customers_pkey;

-- lock: none
ALTER SEQUENCE public.clients_id_seq RENAME TO customers_id_seq;

-- lock: access_exclusive
ALTER TABLE public.customers RENAME CONSTRAINT clients_email_key TO customers_email_key;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.customers RENAME TO clients;

-- lock: access_exclusive
ALTER TABLE public.clients RENAME CONSTRAINT customers_boss_id_fkey TO clients_boss_id_fkey;

-- lock: share_update_exclusive
ALTER INDEX public.customers_boss_id_idx RENAME TO clients_boss_id_idx;

-- lock: access_exclusive
ALTER TABLE public.clients RENAME CONSTRAINT customers_pkey TO clients_pkey;

-- lock: none
ALTER SEQUENCE public.customers_id_seq RENAME TO clients_id_seq;

-- lock: access_exclusive
ALTER TABLE public.clients RENAME CONSTRAINT customers_email_key TO clients_email_key;
