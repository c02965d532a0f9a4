CREATE TABLE houses (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, number serial, code text UNIQUE CHECK (code <> ''));
CREATE INDEX houses_code_idx ON houses (code);
CREATE TABLE flats (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, number serial, code text UNIQUE CHECK (code <> ''),
  flat integer REFERENCES houses
);
CREATE INDEX flats_code_idx ON flats (code);
