-- before to after

-- lock: none
DROP TEXT SEARCH TEMPLATE public.known;

-- lock: none
CREATE TEXT SEARCH TEMPLATE public.known (LEXIZE = dsimple_lexize);

-- after to before

-- lock: none
DROP TEXT SEARCH TEMPLATE public.known;

-- lock: none
CREATE TEXT SEARCH TEMPLATE public.known (INIT = dsimple_init, LEXIZE = dsimple_lexize);
