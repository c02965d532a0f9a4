CREATE TABLE places (street text, number integer DEFAULT 1);
CREATE TABLE visits (at places[]);
