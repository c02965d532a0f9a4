CREATE TABLE points (y integer NOT NULL, z text, x date, CONSTRAINT points_x_check CHECK (y > 0));
CREATE VIEW seen AS SELECT x, y, z FROM points;
