CREATE FUNCTION is_open(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT $1 <> 'closed' $$;
