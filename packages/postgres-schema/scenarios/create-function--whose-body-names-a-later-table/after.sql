SET LOCAL check_function_bodies = off;
CREATE FUNCTION a_count() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM z_things $$;
CREATE TABLE z_things (id integer);
