CREATE TABLE accounts (id serial PRIMARY KEY, name text UNIQUE CHECK (name <> ''));
CREATE INDEX accounts_note_idx ON accounts (lower(name));
CREATE TABLE payments (id integer PRIMARY KEY, account integer);
