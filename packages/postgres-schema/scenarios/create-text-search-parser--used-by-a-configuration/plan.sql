-- before to after

-- lock: none
CREATE TEXT SEARCH PARSER public.words (START = prsd_start, GETTOKEN = prsd_nexttoken, "end" = prsd_end, LEXTYPES = prsd_lextype);

-- lock: none
CREATE TEXT SEARCH CONFIGURATION public.plain (PARSER = public.words);

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.plain ADD MAPPING FOR word WITH pg_catalog.simple;

-- lock: none
COMMENT ON TEXT SEARCH PARSER public.words IS 'takes apart';

-- after to before

-- lock: none
DROP TEXT SEARCH CONFIGURATION public.plain;

-- lock: none
DROP TEXT SEARCH PARSER public.words;
