-- before to after

-- lock: none
ALTER SEQUENCE public.tickets START WITH 500;

-- after to before

-- lock: none
ALTER SEQUENCE public.tickets START WITH 1;
