-- before to after

-- lock: none
DROP TEXT SEARCH CONFIGURATION public.plain;

-- lock: none
DROP TEXT SEARCH PARSER public.words;

-- lock: none
CREATE TEXT SEARCH PARSER public.words (START = prsd_start, GETTOKEN = prsd_nexttoken, "end" = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);

-- lock: none
CREATE TEXT SEARCH CONFIGURATION public.plain (PARSER = public.words);

-- after to before

-- lock: none
DROP TEXT SEARCH CONFIGURATION public.plain;

-- lock: none
DROP TEXT SEARCH PARSER public.words;

-- lock: none
CREATE TEXT SEARCH PARSER public.words (START = prsd_start, GETTOKEN = prsd_nexttoken, "end" = prsd_end, LEXTYPES = prsd_lextype);

-- lock: none
CREATE TEXT SEARCH CONFIGURATION public.plain (PARSER = public.words);
