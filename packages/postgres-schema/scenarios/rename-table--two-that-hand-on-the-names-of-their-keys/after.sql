CREATE TABLE old_accounts (id integer PRIMARY KEY, code text UNIQUE, next integer REFERENCES old_accounts);
CREATE INDEX old_accounts_next_idx ON old_accounts (next);
CREATE TABLE accounts (id integer PRIMARY KEY, code text UNIQUE, next integer REFERENCES old_accounts, size integer);
CREATE INDEX accounts_next_idx ON accounts (next);
