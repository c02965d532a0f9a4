CREATE TEXT SEARCH DICTIONARY "all ""words" (TEMPLATE = snowball, Language = 'english', StopWords = 'english');
COMMENT ON TEXT SEARCH DICTIONARY "all ""words" IS 'it''s';
