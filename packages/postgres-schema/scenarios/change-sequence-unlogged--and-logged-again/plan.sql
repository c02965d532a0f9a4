-- before to after

-- lock: none
ALTER SEQUENCE public.counter SET UNLOGGED;

-- after to before

-- lock: none
ALTER SEQUENCE public.counter SET LOGGED;
