CREATE TABLE people (id integer, email text, place text, age integer, note text);
CREATE TABLE staff (CONSTRAINT has_mail NOT NULL email, CONSTRAINT has_place NOT NULL place) INHERITS (people);
