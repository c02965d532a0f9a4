-- before to after

-- lock: access_exclusive
SELECT setval('public.tickets_number_seq', 1000, false) FROM public.tickets_number_seq WHERE last_value < 1000;

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN number SET START WITH 1000 SET MINVALUE 1000;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.tickets ALTER COLUMN number SET START WITH 1 SET MINVALUE 1;
