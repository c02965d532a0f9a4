-- before to after

-- lock: access_exclusive
ALTER TABLE public.child NO INHERIT public.one;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.child INHERIT public.two;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.child NO INHERIT public.two;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.child INHERIT public.one;
