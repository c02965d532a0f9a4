CREATE TABLE people (place text, age integer);
CREATE TABLE guests (place text, age integer) INHERITS (people);
CREATE TABLE visits (place text) PARTITION BY LIST (place);
