CREATE TABLE z_things (id integer);
CREATE FUNCTION a_count() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM z_things; END;
CREATE FUNCTION a_twice() RETURNS bigint LANGUAGE sql RETURN a_count() * 2;
