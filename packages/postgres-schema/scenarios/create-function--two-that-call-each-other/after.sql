CREATE FUNCTION is_even(n integer) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN n = 0 OR is_odd(n - 1); END $$;
CREATE FUNCTION is_odd(n integer) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN RETURN n <> 0 AND is_even(n - 1); END $$;
