CREATE TABLE accounts (id integer CONSTRAINT companies_pkey PRIMARY KEY, name text);
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE VIEW named AS SELECT id FROM accounts WHERE name IS NOT NULL;
CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS number FROM accounts;
CREATE INDEX counted_number ON counted (number);
CREATE FUNCTION all_accounts() RETURNS SETOF accounts LANGUAGE sql STABLE AS $$ SELECT * FROM accounts $$;
CREATE FUNCTION many() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT count(*) FROM all_accounts(); END;
CREATE FUNCTION first_of(account accounts) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT account.id $$;
CREATE TABLE notes (id integer PRIMARY KEY, about accounts);
