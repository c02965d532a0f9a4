-- before to after

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.sessions SET UNLOGGED;

-- after to before

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.sessions SET LOGGED;
