-- before to after

-- lock: none
ALTER SEQUENCE public.tickets_id_seq OWNED BY public.tickets.id;

-- after to before

-- lock: none
ALTER SEQUENCE public.tickets_id_seq OWNED BY NONE;
