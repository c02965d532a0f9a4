-- before to after

-- lock: none
ALTER SEQUENCE public.tickets MAXVALUE 9223372036854775807;

-- after to before

-- lock: none; hazards: may_fail_on_data
ALTER SEQUENCE public.tickets MAXVALUE 10;
