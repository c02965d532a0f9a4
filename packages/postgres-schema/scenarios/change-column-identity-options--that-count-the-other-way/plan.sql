-- before to after

-- lock: access_exclusive
ALTER TABLE public.a ALTER COLUMN id SET START WITH 1 SET INCREMENT BY 1 SET MINVALUE 1 SET MAXVALUE 2147483647 RESTART;

-- lock: access_share; hazards: scans_table
SELECT setval('public.a_id_seq', max(id)) FROM public.a WHERE id BETWEEN 1 AND 2147483647 HAVING count(*) > 0;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.a ALTER COLUMN id SET START WITH -1 SET INCREMENT BY -1 SET MINVALUE -2147483648 SET MAXVALUE -1 RESTART;

-- lock: access_share; hazards: scans_table
SELECT setval('public.a_id_seq', min(id)) FROM public.a WHERE id BETWEEN -2147483648 AND -1 HAVING count(*) > 0;
