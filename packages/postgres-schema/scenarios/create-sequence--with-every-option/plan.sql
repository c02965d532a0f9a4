-- before to after

-- lock: none
CREATE SEQUENCE public.tickets AS smallint INCREMENT BY -2 MINVALUE -100 MAXVALUE 100 START WITH 10 CACHE 5 CYCLE;

-- after to before

-- lock: none
DROP SEQUENCE public.tickets;
