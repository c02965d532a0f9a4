CREATE TABLE companies (id serial PRIMARY KEY, name text UNIQUE CHECK (name <> ''));
CREATE INDEX companies_note_idx ON companies (lower(name));
CREATE TABLE accounts (id serial PRIMARY KEY, company integer REFERENCES companies, name text UNIQUE CHECK (name <> ''));
CREATE INDEX accounts_note_idx ON accounts (name);
CREATE VIEW noted AS SELECT name FROM accounts;
CREATE TABLE payments (id integer PRIMARY KEY, account integer REFERENCES accounts);
