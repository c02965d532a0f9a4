CREATE SCHEMA app;
CREATE TABLE app.people (id integer PRIMARY KEY);
CREATE TYPE app.mood AS ENUM ('a');
CREATE FUNCTION app.act() RETURNS integer LANGUAGE sql AS 'SELECT 1';
