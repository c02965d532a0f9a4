CREATE SCHEMA app;
CREATE TABLE app.people (id integer PRIMARY KEY);
CREATE TABLE orders (id integer PRIMARY KEY, secret text, total integer);
CREATE TABLE items (id integer PRIMARY KEY);
