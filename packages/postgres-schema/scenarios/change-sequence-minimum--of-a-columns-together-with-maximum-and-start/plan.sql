-- before to after

-- lock: none; hazards: may_fail_on_data
ALTER SEQUENCE public.numbers MINVALUE 100 MAXVALUE 200 START WITH 100 RESTART;

-- lock: access_share; hazards: scans_table
SELECT setval('public.numbers', max(id)) FROM public.a WHERE id BETWEEN 100 AND 200 HAVING count(*) > 0;

-- after to before

-- lock: none; hazards: may_fail_on_data
ALTER SEQUENCE public.numbers MINVALUE 1 MAXVALUE 10 START WITH 1 RESTART;

-- lock: access_share; hazards: scans_table
SELECT setval('public.numbers', max(id)) FROM public.a WHERE id BETWEEN 1 AND 10 HAVING count(*) > 0;
