CREATE DOMAIN label AS text COLLATE "C";
CREATE TABLE items (id integer PRIMARY KEY, label label);
