CREATE TABLE flats (id integer CONSTRAINT one PRIMARY KEY, b text, a integer);
CREATE TABLE houses (id integer CONSTRAINT two PRIMARY KEY, house integer CONSTRAINT three REFERENCES flats);
CREATE VIEW homes AS SELECT flats.id, flats.b FROM flats;
