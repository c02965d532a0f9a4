CREATE TABLE places (street text);
CREATE TABLE visits (at places[]);
