-- before to after

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN number DROP DEFAULT;

-- lock: none
DROP SEQUENCE public.invoice_numbers;

-- after to before

-- lock: none
CREATE SEQUENCE public.invoice_numbers AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN number SET DEFAULT nextval('public.invoice_numbers'::regclass);
