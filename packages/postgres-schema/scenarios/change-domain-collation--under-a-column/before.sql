CREATE DOMAIN label AS text;
CREATE TABLE items (id integer PRIMARY KEY, label label);
