-- before to after

-- lock: access_exclusive
ALTER TABLE public.members NOT OF;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.members DROP COLUMN name;

-- lock: none; hazards: deletes_data
ALTER TYPE public.person DROP ATTRIBUTE name, ADD ATTRIBUTE title text, ADD ATTRIBUTE age integer;

-- lock: access_exclusive
ALTER TABLE public.members ADD COLUMN title text;

-- lock: access_exclusive
ALTER TABLE public.members ADD COLUMN age integer;

-- lock: access_exclusive
ALTER TABLE public.members OF public.person;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.members NOT OF;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.members DROP COLUMN age;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.members DROP COLUMN title;

-- lock: none; hazards: deletes_data
ALTER TYPE public.person DROP ATTRIBUTE title, DROP ATTRIBUTE age, ADD ATTRIBUTE name text;

-- lock: access_exclusive
ALTER TABLE public.members ADD COLUMN name text;

-- lock: access_exclusive
ALTER TABLE public.members OF public.person;
