CREATE TABLE bills (id integer, note text);
CREATE FUNCTION open_bills() RETURNS SETOF bills BEGIN ATOMIC SELECT * FROM bills WHERE note IS NULL; END;
