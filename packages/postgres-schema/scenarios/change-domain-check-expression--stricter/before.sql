CREATE DOMAIN percent AS integer CONSTRAINT percent_range CHECK (VALUE >= 0);
COMMENT ON CONSTRAINT percent_range ON DOMAIN percent IS 'Range.';
CREATE TABLE taxes (id integer PRIMARY KEY, rate percent);
