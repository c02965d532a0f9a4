-- before to after

-- lock: none
ALTER SEQUENCE public.a_left OWNED BY NONE;

-- lock: none
CREATE SEQUENCE public.a_new AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1 NO CYCLE;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.a SET UNLOGGED;

-- lock: none
ALTER SEQUENCE public.a_logged SET LOGGED;

-- lock: none
ALTER SEQUENCE public.a_new OWNED BY public.a.m;

-- after to before

-- lock: none
DROP SEQUENCE public.a_new;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.a SET LOGGED;

-- lock: none
ALTER SEQUENCE public.a_left OWNED BY public.a.m;
