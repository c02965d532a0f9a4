CREATE FUNCTION longer(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN length(b) > length(coalesce(a, '')) THEN b ELSE a END $$;
CREATE FUNCTION bracket(a text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT '[' || a || ']' $$;
CREATE AGGREGATE longest(text) (SFUNC = longer, STYPE = text, FINALFUNC = bracket, COMBINEFUNC = longer, INITCOND = '', PARALLEL = SAFE);
CREATE TABLE words (word text);
CREATE VIEW best AS SELECT longest(word) AS word FROM words;
GRANT EXECUTE ON FUNCTION longest(text) TO scenario_reader;
COMMENT ON AGGREGATE longest(text) IS 'the longest';
