CREATE TABLE points (x integer NOT NULL, y text, z date, CHECK (x > 0));
CREATE VIEW seen AS SELECT x, y, z FROM points;
