-- before to after

-- lock: none
ALTER DOMAIN public.one SET DEFAULT 1;

-- lock: none
ALTER DOMAIN public.three DROP DEFAULT;

-- lock: none
ALTER DOMAIN public.two SET DEFAULT 2;

-- after to before

-- lock: none
ALTER DOMAIN public.one DROP DEFAULT;

-- lock: none
ALTER DOMAIN public.three SET DEFAULT 3;

-- lock: none
ALTER DOMAIN public.two SET DEFAULT 1;
