CREATE TEXT SEARCH DICTIONARY all_words (TEMPLATE = simple, accept = 'false');
CREATE TEXT SEARCH CONFIGURATION words (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR word WITH all_words, simple;
