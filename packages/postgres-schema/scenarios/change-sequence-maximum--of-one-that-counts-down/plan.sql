-- before to after

-- lock: none
SELECT setval('public.counter', -1, false) FROM public.counter WHERE last_value > -1;

-- lock: none; hazards: may_fail_on_data
ALTER SEQUENCE public.counter MAXVALUE -1 START WITH -1;

-- lock: access_exclusive
SELECT setval('public.a_id_seq', -1, false) FROM public.a_id_seq WHERE last_value > -1;

-- lock: access_exclusive
ALTER TABLE public.a ALTER COLUMN id SET START WITH -1 SET MAXVALUE -1;

-- after to before

-- lock: none
ALTER SEQUENCE public.counter MAXVALUE 30000 START WITH 30000;

-- lock: access_exclusive
ALTER TABLE public.a ALTER COLUMN id SET START WITH 30000 SET MAXVALUE 30000;
