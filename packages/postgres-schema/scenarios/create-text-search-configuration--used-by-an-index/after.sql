CREATE TEXT SEARCH CONFIGURATION words (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR word, asciiword WITH english_stem, simple;
COMMENT ON TEXT SEARCH CONFIGURATION words IS 'words';
CREATE TABLE t (a text);
CREATE INDEX t_a ON t USING gin (to_tsvector('words', a));
