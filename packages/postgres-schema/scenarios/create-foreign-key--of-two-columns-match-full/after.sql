CREATE TABLE places (country text, zip text, PRIMARY KEY (country, zip));
CREATE TABLE people (id integer PRIMARY KEY, country text, zip text, CONSTRAINT lives_in FOREIGN KEY (country, zip) REFERENCES places MATCH FULL);
