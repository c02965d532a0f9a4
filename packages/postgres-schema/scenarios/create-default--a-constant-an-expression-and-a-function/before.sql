CREATE TABLE notes (id integer, body text, at timestamptz, code text);
