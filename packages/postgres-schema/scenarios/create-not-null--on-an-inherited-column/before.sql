CREATE TABLE people (id integer, mail text, town text, age integer, note text);
CREATE TABLE staff () INHERITS (people);
ALTER TABLE staff ALTER town SET NOT NULL;
