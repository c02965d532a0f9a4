-- before to after

-- lock: none
CREATE SEQUENCE public.invoice_numbers AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;

-- lock: none; hazards: changes_access
ALTER SEQUENCE public.invoice_numbers OWNER TO scenario_owner;

-- lock: none
ALTER SEQUENCE public.invoice_numbers OWNED BY public.invoices.number;

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN number SET DEFAULT nextval('public.invoice_numbers'::regclass);

-- after to before

-- lock: access_exclusive
ALTER TABLE public.invoices ALTER COLUMN number DROP DEFAULT;

-- lock: none
DROP SEQUENCE public.invoice_numbers;
