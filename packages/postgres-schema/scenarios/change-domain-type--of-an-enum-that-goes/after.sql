CREATE DOMAIN d AS text CONSTRAINT dc CHECK (VALUE::text <> 'q'); CREATE TABLE u (id integer, b d NOT NULL);
