-- before to after

-- lock: none
CREATE TYPE public.nothing_yet AS ENUM ();

-- after to before

-- lock: none
DROP TYPE public.nothing_yet;
