-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.child INHERIT public.base;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.child NO INHERIT public.base;
