-- before to after

-- lock: none
DROP TEXT SEARCH CONFIGURATION public.words;

-- lock: none
DROP TEXT SEARCH DICTIONARY public.all_words;

-- lock: none
CREATE TEXT SEARCH CONFIGURATION public.words (PARSER = pg_catalog."default");

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.words ADD MAPPING FOR word WITH pg_catalog.simple;

-- after to before

-- lock: none
CREATE TEXT SEARCH DICTIONARY public.all_words (TEMPLATE = pg_catalog.simple, accept = 'false');

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.words ALTER MAPPING FOR word WITH public.all_words, pg_catalog.simple;
