-- before to after

-- lock: none
CREATE SEQUENCE public.invoice_numbers AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;

-- lock: none; hazards: changes_access
ALTER SEQUENCE public.invoice_numbers OWNER TO scenario_owner;

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN number SET DEFAULT nextval('public.invoice_numbers'::regclass);

-- lock: access_share; hazards: scans_table
SELECT setval('public.invoice_numbers', max(number)) FROM public.invoices WHERE number BETWEEN (SELECT last_value FROM public.invoice_numbers) AND 2147483647;

-- lock: none
ALTER SEQUENCE public.invoice_numbers OWNED BY public.invoices.number;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN number DROP DEFAULT;

-- lock: none
DROP SEQUENCE public.invoice_numbers;
