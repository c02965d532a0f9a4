-- before to after

-- lock: access_exclusive
ALTER FOREIGN TABLE public.f ALTER COLUMN a OPTIONS (DROP one, SET two '3');

-- lock: access_exclusive
ALTER FOREIGN TABLE public.f ALTER COLUMN b OPTIONS (ADD name 'it''s');

-- after to before

-- lock: access_exclusive
ALTER FOREIGN TABLE public.f ALTER COLUMN a OPTIONS (DROP two, ADD one '1', ADD two '2');

-- lock: access_exclusive
ALTER FOREIGN TABLE public.f ALTER COLUMN b OPTIONS (DROP name);
