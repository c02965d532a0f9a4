-- before to after

-- lock: none
CREATE TEXT SEARCH DICTIONARY public."all ""words" (TEMPLATE = pg_catalog.snowball, language = 'english', stopwords = 'english');

-- lock: none
COMMENT ON TEXT SEARCH DICTIONARY public."all ""words" IS 'it''s';

-- after to before

-- lock: none
DROP TEXT SEARCH DICTIONARY public."all ""words";
