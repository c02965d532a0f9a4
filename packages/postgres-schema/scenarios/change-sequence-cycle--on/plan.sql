-- before to after

-- lock: none
ALTER SEQUENCE public.tickets CYCLE;

-- after to before

-- lock: none
ALTER SEQUENCE public.tickets NO CYCLE;
