-- before to after

-- lock: none
ALTER TYPE public.measure ALTER ATTRIBUTE amount TYPE numeric(9,3), ALTER ATTRIBUTE unit TYPE text COLLATE "C";

-- after to before

-- lock: none
ALTER TYPE public.measure ALTER ATTRIBUTE amount TYPE integer, ALTER ATTRIBUTE unit TYPE text;
