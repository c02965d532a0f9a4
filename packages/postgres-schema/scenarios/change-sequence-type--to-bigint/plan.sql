-- before to after

-- lock: none
ALTER SEQUENCE public.tickets AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- after to before

-- lock: none; hazards: may_fail_on_data
ALTER SEQUENCE public.tickets AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1 NO CYCLE;
