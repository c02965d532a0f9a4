-- before to after

-- lock: access_exclusive
ALTER SEQUENCE public.users_id_seq RENAME TO user_numbers;

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id SET START WITH 10 SET INCREMENT BY 5 SET MAXVALUE 1000 SET CACHE 3 SET CYCLE;

-- after to before

-- lock: access_exclusive
ALTER SEQUENCE public.user_numbers RENAME TO users_id_seq;

-- lock: access_exclusive
ALTER TABLE public.users ALTER COLUMN id SET START WITH 1 SET INCREMENT BY 1 SET MAXVALUE 9223372036854775807 SET CACHE 1 SET NO CYCLE;
