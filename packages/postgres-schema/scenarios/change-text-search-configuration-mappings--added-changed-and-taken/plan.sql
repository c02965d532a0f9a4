-- before to after

-- lock: none
CREATE TEXT SEARCH DICTIONARY public.mails (TEMPLATE = pg_catalog.simple, accept = 'false');

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.words DROP MAPPING FOR word;

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.words ADD MAPPING FOR asciiword WITH pg_catalog.english_stem;

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.words ALTER MAPPING FOR email WITH public.mails, pg_catalog.simple;

-- after to before

-- lock: none
DROP TEXT SEARCH CONFIGURATION public.words;

-- lock: none
DROP TEXT SEARCH DICTIONARY public.mails;

-- lock: none
CREATE TEXT SEARCH CONFIGURATION public.words (PARSER = pg_catalog."default");

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.words ADD MAPPING FOR email WITH pg_catalog.simple;

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.words ADD MAPPING FOR word WITH pg_catalog.simple;
