CREATE DOMAIN percent AS integer;
ALTER DOMAIN percent ADD CONSTRAINT percent_range CHECK (VALUE BETWEEN 0 AND 100) NOT VALID;
CREATE TABLE taxes (id integer PRIMARY KEY, rate percent);
