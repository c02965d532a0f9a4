CREATE EXTENSION hstore;
CREATE TABLE kinds (id integer PRIMARY KEY, price numeric(10,2), flags integer, labels jsonb, span int4multirange);
