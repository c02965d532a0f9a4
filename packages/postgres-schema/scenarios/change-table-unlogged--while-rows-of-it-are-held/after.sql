CREATE UNLOGGED TABLE places (street text);
CREATE TABLE visits (at places[]);
