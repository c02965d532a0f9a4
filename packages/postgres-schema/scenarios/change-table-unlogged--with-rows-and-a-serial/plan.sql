-- before to after

-- lock: none
ALTER SEQUENCE public.sessions_id_seq SET UNLOGGED;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.sessions SET UNLOGGED;

-- after to before

-- lock: none
ALTER SEQUENCE public.sessions_id_seq SET LOGGED;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.sessions SET LOGGED;
