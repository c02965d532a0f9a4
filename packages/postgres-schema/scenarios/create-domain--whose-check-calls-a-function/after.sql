CREATE FUNCTION is_iban(v text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT v ~ '^[A-Z]{2}\d{2}' $$;
CREATE DOMAIN iban AS text CHECK (is_iban(VALUE));
CREATE TABLE bank_accounts (id integer PRIMARY KEY, iban iban NOT NULL);
