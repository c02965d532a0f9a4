-- before to after

-- lock: none
ALTER SEQUENCE public.countdown INCREMENT BY -1;

-- after to before

-- lock: none
ALTER SEQUENCE public.countdown INCREMENT BY 1;
