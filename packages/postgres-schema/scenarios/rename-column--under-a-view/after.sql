CREATE TABLE people (id integer PRIMARY KEY, email text CONSTRAINT people_mail_check CHECK (email <> ''));
CREATE VIEW addresses AS SELECT email AS mail FROM people;
