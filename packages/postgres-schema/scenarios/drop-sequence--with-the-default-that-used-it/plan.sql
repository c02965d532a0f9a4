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

-- lock: access_share; hazards: scans_table
SELECT setval('public.invoice_numbers', max(number)) FROM public.invoices WHERE number BETWEEN (SELECT last_value FROM public.invoice_numbers) AND 9223372036854775807;
