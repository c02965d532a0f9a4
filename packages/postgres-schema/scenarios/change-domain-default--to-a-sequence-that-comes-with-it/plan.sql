-- before to after

-- lock: none
CREATE SEQUENCE public.receipt_numbers AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- lock: none
ALTER DOMAIN public.number SET DEFAULT nextval('public.receipt_numbers'::regclass);

-- after to before

-- lock: none
ALTER DOMAIN public.number SET DEFAULT 0;

-- lock: none
DROP SEQUENCE public.receipt_numbers;
