CREATE TABLE people (id integer, mail text, town text, age integer, note text);
CREATE TABLE staff (CONSTRAINT has_mail NOT NULL mail, CONSTRAINT staff_town_not_null NOT NULL town) INHERITS (people);
