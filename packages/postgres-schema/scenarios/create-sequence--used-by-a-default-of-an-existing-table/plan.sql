-- before to after

-- lock: none
CREATE SEQUENCE public.invoice_numbers AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1000 CACHE 1 NO CYCLE;

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN number SET DEFAULT nextval('public.invoice_numbers'::regclass);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN number DROP DEFAULT;

-- lock: none
DROP SEQUENCE public.invoice_numbers;
