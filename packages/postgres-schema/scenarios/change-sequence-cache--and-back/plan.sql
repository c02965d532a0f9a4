-- before to after

-- lock: none
ALTER SEQUENCE public.tickets CACHE 50;

-- after to before

-- lock: none
ALTER SEQUENCE public.tickets CACHE 1;
