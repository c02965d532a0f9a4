CREATE DOMAIN percent AS integer CONSTRAINT percent_range CHECK (VALUE <= 100);
CREATE TABLE taxes (id integer PRIMARY KEY, rate percent);
