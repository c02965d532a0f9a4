CREATE DOMAIN code AS text;
ALTER DOMAIN code ADD CONSTRAINT short CHECK (length(VALUE) < 5) NOT VALID;
CREATE TABLE parts (id integer PRIMARY KEY, codes code[], code code);
