-- before to after

-- lock: none
SELECT setval('public.counter', 100, false) FROM public.counter WHERE NOT is_called AND last_value NOT BETWEEN 1 AND 100;

-- lock: none; hazards: may_fail_on_data
ALTER SEQUENCE public.counter INCREMENT BY -1 MAXVALUE 100 START WITH 100;

-- after to before

-- lock: none
ALTER SEQUENCE public.counter INCREMENT BY 1 MAXVALUE 30000 START WITH 20000;
