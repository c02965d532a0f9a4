CREATE EXTENSION hstore;
CREATE TABLE kinds (id integer PRIMARY KEY, price money, flags bit(8), labels hstore, span int4range);
