CREATE TYPE e AS ENUM ('a','b'); CREATE DOMAIN d AS e CONSTRAINT dc CHECK (VALUE::text <> 'q'); CREATE TABLE u (id integer, b d NOT NULL);
