CREATE TABLE b (id integer, d text, e integer, PRIMARY KEY (id) INCLUDE (d));
CREATE TABLE c (id integer REFERENCES b, new integer REFERENCES b);
CREATE VIEW v AS SELECT id, e FROM b GROUP BY id;
