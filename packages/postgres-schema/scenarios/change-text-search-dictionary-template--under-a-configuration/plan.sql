-- before to after

-- lock: none
DROP TEXT SEARCH CONFIGURATION public.words;

-- lock: none
DROP TEXT SEARCH DICTIONARY public.all_words;

-- lock: none
CREATE TEXT SEARCH DICTIONARY public.all_words (TEMPLATE = pg_catalog.snowball, language = 'english');

-- lock: none
CREATE TEXT SEARCH CONFIGURATION public.words (PARSER = pg_catalog."default");

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.words ADD MAPPING FOR word WITH public.all_words;

-- after to before

-- lock: none
DROP TEXT SEARCH CONFIGURATION public.words;

-- lock: none
DROP TEXT SEARCH DICTIONARY public.all_words;

-- lock: none
CREATE TEXT SEARCH DICTIONARY public.all_words (TEMPLATE = pg_catalog.simple);

-- lock: none
CREATE TEXT SEARCH CONFIGURATION public.words (PARSER = pg_catalog."default");

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.words ADD MAPPING FOR word WITH public.all_words;
