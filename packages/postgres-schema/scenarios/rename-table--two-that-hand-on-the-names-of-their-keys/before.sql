CREATE TABLE accounts (id integer PRIMARY KEY, code text UNIQUE, next integer REFERENCES accounts);
CREATE INDEX accounts_next_idx ON accounts (next);
CREATE TABLE new_accounts (id integer PRIMARY KEY, code text UNIQUE, next integer REFERENCES accounts, size integer);
CREATE INDEX new_accounts_next_idx ON new_accounts (next);
