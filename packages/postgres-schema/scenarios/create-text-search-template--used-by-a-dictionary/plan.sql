-- before to after

-- lock: none
CREATE TEXT SEARCH TEMPLATE public.known (INIT = dsimple_init, LEXIZE = dsimple_lexize);

-- lock: none
CREATE TEXT SEARCH DICTIONARY public.all_words (TEMPLATE = public.known, accept = 'false');

-- lock: none
COMMENT ON TEXT SEARCH TEMPLATE public.known IS 'knows';

-- after to before

-- lock: none
DROP TEXT SEARCH DICTIONARY public.all_words;

-- lock: none
DROP TEXT SEARCH TEMPLATE public.known;
