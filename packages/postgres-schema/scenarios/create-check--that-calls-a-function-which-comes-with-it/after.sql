CREATE FUNCTION is_iban(v text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT length(v) > 4 $$;
CREATE TABLE accounts (iban text CONSTRAINT real_iban CHECK (is_iban(iban)));
