CREATE TABLE texts (c text, lexemes text GENERATED ALWAYS AS (upper(c)) STORED);
GRANT SELECT (lexemes) ON texts TO PUBLIC;
