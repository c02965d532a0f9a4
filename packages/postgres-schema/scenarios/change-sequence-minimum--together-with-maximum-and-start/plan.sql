-- before to after

-- lock: none; hazards: may_fail_on_data
ALTER SEQUENCE public.window_numbers MINVALUE 100 MAXVALUE 200 START WITH 100 RESTART;

-- after to before

-- lock: none; hazards: may_fail_on_data
ALTER SEQUENCE public.window_numbers MINVALUE 1 MAXVALUE 10 START WITH 1 RESTART;
