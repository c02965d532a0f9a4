CREATE DOMAIN code AS text CONSTRAINT short CHECK (length(VALUE) < 5);
CREATE TABLE parts (id integer PRIMARY KEY, codes text[], code code);
