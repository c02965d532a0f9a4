-- before to after

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME TO put_aside_1;

-- lock: access_exclusive
ALTER TABLE public.companies RENAME TO accounts;

-- lock: share_update_exclusive
ALTER INDEX public.accounts_note_idx RENAME TO put_aside_2;

-- lock: access_exclusive
ALTER TABLE public.put_aside_1 RENAME CONSTRAINT accounts_pkey TO put_aside_3;

-- lock: none
ALTER SEQUENCE public.accounts_id_seq RENAME TO put_aside_4;

-- lock: access_exclusive
ALTER TABLE public.put_aside_1 RENAME CONSTRAINT accounts_name_key TO put_aside_5;

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME CONSTRAINT companies_name_check TO accounts_name_check;

-- lock: share_update_exclusive
ALTER INDEX public.companies_note_idx RENAME TO accounts_note_idx;

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME CONSTRAINT companies_pkey TO accounts_pkey;

-- lock: none
ALTER SEQUENCE public.companies_id_seq RENAME TO accounts_id_seq;

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME CONSTRAINT companies_name_key TO accounts_name_key;

-- lock: access_exclusive
DROP VIEW public.noted;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.payments DROP CONSTRAINT payments_account_fkey;

-- lock: access_exclusive; hazards: deletes_data, locks_other_table
DROP TABLE public.put_aside_1;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME TO companies;

-- lock: access_exclusive
ALTER TABLE public.companies RENAME CONSTRAINT accounts_name_check TO companies_name_check;

-- lock: share_update_exclusive
ALTER INDEX public.accounts_note_idx RENAME TO companies_note_idx;

-- lock: access_exclusive
ALTER TABLE public.companies RENAME CONSTRAINT accounts_pkey TO companies_pkey;

-- lock: none
ALTER SEQUENCE public.accounts_id_seq RENAME TO companies_id_seq;

-- lock: access_exclusive
ALTER TABLE public.companies RENAME CONSTRAINT accounts_name_key TO companies_name_key;

-- lock: none
CREATE SEQUENCE public.accounts_id_seq AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;

-- lock: none
CREATE TABLE public.accounts (
  id integer DEFAULT nextval('public.accounts_id_seq'::regclass) NOT NULL,
  company integer,
  name text,
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_name_key UNIQUE (name),
  CONSTRAINT accounts_name_check CHECK ((name <> ''::text))
);

-- lock: none
ALTER SEQUENCE public.accounts_id_seq OWNED BY public.accounts.id;

-- lock: none
CREATE INDEX accounts_note_idx ON public.accounts (name);

-- lock: share_row_exclusive; hazards: locks_other_table
ALTER TABLE public.accounts ADD CONSTRAINT accounts_company_fkey FOREIGN KEY (company) REFERENCES public.companies (id);

-- lock: share_row_exclusive; hazards: locks_other_table, scans_table, may_fail_on_data
ALTER TABLE public.payments ADD CONSTRAINT payments_account_fkey FOREIGN KEY (account) REFERENCES public.accounts (id);

-- lock: none
CREATE VIEW public.noted AS
SELECT name
   FROM public.accounts;
