CREATE TABLE houses (id integer CONSTRAINT one PRIMARY KEY, a text, b integer);
CREATE TABLE flats (id integer CONSTRAINT two PRIMARY KEY, house integer CONSTRAINT three REFERENCES houses);
CREATE VIEW homes AS SELECT houses.id, houses.a FROM houses;
