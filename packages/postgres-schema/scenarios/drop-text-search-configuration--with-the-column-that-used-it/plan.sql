-- before to after

-- lock: access_exclusive
ALTER TABLE public.texts DROP COLUMN lexemes;

-- lock: none
DROP TEXT SEARCH CONFIGURATION public.words;

-- after to before

-- lock: none
CREATE TEXT SEARCH CONFIGURATION public.words (PARSER = pg_catalog."default");

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.texts ADD COLUMN lexemes tsvector GENERATED ALWAYS AS (to_tsvector('public.words'::regconfig, a)) STORED;
