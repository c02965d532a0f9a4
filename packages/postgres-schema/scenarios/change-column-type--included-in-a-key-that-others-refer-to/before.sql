CREATE TABLE b (id integer, d varchar(20), e integer, PRIMARY KEY (id) INCLUDE (d));
CREATE TABLE c (id integer REFERENCES b);
CREATE VIEW v AS SELECT id, e FROM b GROUP BY id;
