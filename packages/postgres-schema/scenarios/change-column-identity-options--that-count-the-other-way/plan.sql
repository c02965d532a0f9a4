-- before to after

-- lock: access_exclusive
ALTER TABLE public.a ALTER COLUMN id SET START WITH 1 SET INCREMENT BY 1 SET MINVALUE 1 SET MAXVALUE 2147483647 RESTART;

-- lock: access_share; hazards: scans_table
SELECT setval('public.a_id_seq', max(id)) FROM public.a WHERE id BETWEEN (SELECT last_value FROM public.a_id_seq) AND 2147483647;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.a ALTER COLUMN id SET START WITH -1 SET INCREMENT BY -1 SET MINVALUE -2147483648 SET MAXVALUE -1 RESTART;

-- lock: access_share; hazards: scans_table
SELECT setval('public.a_id_seq', min(id)) FROM public.a WHERE id BETWEEN -2147483648 AND (SELECT last_value FROM public.a_id_seq);
