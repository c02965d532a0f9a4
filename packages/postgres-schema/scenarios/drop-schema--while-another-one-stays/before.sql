CREATE SCHEMA kept;
CREATE TABLE kept.things (id integer PRIMARY KEY);
CREATE SCHEMA gone;
CREATE VIEW gone.things AS SELECT id FROM kept.things;
