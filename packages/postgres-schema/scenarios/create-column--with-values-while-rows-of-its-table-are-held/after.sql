CREATE TABLE places (street text, id integer GENERATED ALWAYS AS IDENTITY);
CREATE TABLE visits (at places[]);
