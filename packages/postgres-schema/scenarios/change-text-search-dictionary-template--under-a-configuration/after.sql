CREATE TEXT SEARCH DICTIONARY all_words (TEMPLATE = snowball, Language = 'english');
CREATE TEXT SEARCH CONFIGURATION words (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION words ADD MAPPING FOR word WITH all_words;
