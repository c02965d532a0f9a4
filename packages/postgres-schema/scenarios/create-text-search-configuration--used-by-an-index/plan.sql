-- before to after

-- lock: none
CREATE TEXT SEARCH CONFIGURATION public.words (PARSER = pg_catalog."default");

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.words ADD MAPPING FOR asciiword WITH pg_catalog.english_stem, pg_catalog.simple;

-- lock: none
ALTER TEXT SEARCH CONFIGURATION public.words ADD MAPPING FOR word WITH pg_catalog.english_stem, pg_catalog.simple;

-- lock: share; hazards: blocks_writes
CREATE INDEX t_a ON public.t USING gin ((to_tsvector('public.words'::regconfig, a)));

-- lock: none
COMMENT ON TEXT SEARCH CONFIGURATION public.words IS 'words';

-- after to before

-- lock: access_exclusive
DROP INDEX public.t_a;

-- lock: none
DROP TEXT SEARCH CONFIGURATION public.words;
