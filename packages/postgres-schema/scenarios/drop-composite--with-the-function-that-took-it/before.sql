CREATE TYPE pair AS (a integer, b integer);
CREATE FUNCTION sum_of(p pair) RETURNS integer LANGUAGE sql AS $$ SELECT (p).a + (p).b $$;
