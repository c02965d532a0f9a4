-- before to after

-- lock: none
ALTER TYPE public.mood RENAME TO feeling;

-- after to before

-- lock: none
ALTER TYPE public.feeling RENAME TO mood;
