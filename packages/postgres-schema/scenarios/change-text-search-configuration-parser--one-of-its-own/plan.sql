-- before to after

-- lock: none
DROP TEXT SEARCH CONFIGURATION public.words;

-- lock: none
CREATE TEXT SEARCH CONFIGURATION public.words (PARSER = public.own);

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.words ADD MAPPING FOR word WITH pg_catalog.simple;

-- lock: none
COMMENT ON TEXT SEARCH CONFIGURATION public.words IS 'words';

-- after to before

-- lock: none
DROP TEXT SEARCH CONFIGURATION public.words;

-- lock: none
CREATE TEXT SEARCH CONFIGURATION public.words (PARSER = pg_catalog."default");

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.words ADD MAPPING FOR word WITH pg_catalog.simple;

-- lock: none
COMMENT ON TEXT SEARCH CONFIGURATION public.words IS 'words';
