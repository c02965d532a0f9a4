CREATE TEXT SEARCH CONFIGURATION words (PARSER = pg_catalog."default");
CREATE TABLE texts (a text, lexemes tsvector GENERATED ALWAYS AS (to_tsvector('words', a)) STORED);
