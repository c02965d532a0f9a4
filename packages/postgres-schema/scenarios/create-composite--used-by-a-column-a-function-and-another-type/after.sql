CREATE TYPE spot AS (latitude double precision, longitude double precision);
CREATE TYPE address AS (street text COLLATE "C", city text, at spot);
CREATE TABLE shops (id integer PRIMARY KEY, address address NOT NULL, deliveries spot[]);
CREATE FUNCTION city_of(a address) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT (a).city $$;
