CREATE FUNCTION split_name(full_name text, OUT first text, OUT last text) LANGUAGE sql IMMUTABLE AS $$ SELECT split_part(full_name, ' ', 1), split_part(full_name, ' ', 2) $$;
CREATE FUNCTION numbers(n integer) RETURNS TABLE (i integer, square integer) LANGUAGE sql ROWS 10 AS $$ SELECT i, i * i FROM generate_series(1, n) i $$;
CREATE FUNCTION bump(INOUT v integer) LANGUAGE sql AS $$ SELECT v + 1 $$;
