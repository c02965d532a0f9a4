-- before to after

-- lock: access_exclusive
ALTER FOREIGN TABLE public.f OPTIONS (DROP one, SET two 'it''s', ADD "Three ""3" '\x');

-- after to before

-- lock: access_exclusive
ALTER FOREIGN TABLE public.f OPTIONS (DROP two, DROP "Three ""3", ADD one '1', ADD two '2');
