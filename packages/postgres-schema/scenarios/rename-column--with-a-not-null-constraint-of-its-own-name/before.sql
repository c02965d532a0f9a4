CREATE TABLE users (id integer NOT NULL, mail text CONSTRAINT has_mail NOT NULL, age integer NOT NULL);
COMMENT ON CONSTRAINT has_mail ON users IS 'x';
