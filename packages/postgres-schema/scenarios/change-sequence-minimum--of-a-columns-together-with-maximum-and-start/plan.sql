-- before to after

-- lock: none; hazards: may_fail_on_data
ALTER SEQUENCE public.numbers MINVALUE 100 MAXVALUE 200 START WITH 100 RESTART;

-- lock: access_share; hazards: scans_table
SELECT setval('public.numbers', max(id)) FROM public.a WHERE id BETWEEN (SELECT last_value FROM public.numbers) AND 200;

-- after to before

-- lock: none; hazards: may_fail_on_data
ALTER SEQUENCE public.numbers MINVALUE 1 MAXVALUE 10 START WITH 1 RESTART;

-- lock: access_share; hazards: scans_table
SELECT setval('public.numbers', max(id)) FROM public.a WHERE id BETWEEN (SELECT last_value FROM public.numbers) AND 10;
