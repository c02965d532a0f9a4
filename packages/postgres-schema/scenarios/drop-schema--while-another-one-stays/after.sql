CREATE SCHEMA kept;
CREATE TABLE kept.things (id integer PRIMARY KEY);
