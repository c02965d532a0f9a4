-- before to after

-- lock: none
CREATE OR REPLACE FUNCTION public.is_iban(v text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT v ~ '^[A-Z]{2}\d{2}' $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.is_iban(text) FROM PUBLIC;

-- lock: none
CREATE DOMAIN public.iban AS text CONSTRAINT iban_check CHECK (public.is_iban(VALUE));

-- lock: none
CREATE TABLE public.bank_accounts (
  id integer NOT NULL,
  iban public.iban NOT NULL,
  CONSTRAINT bank_accounts_pkey PRIMARY KEY (id)
);

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.is_iban(text) TO PUBLIC;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.bank_accounts;

-- lock: none
DROP DOMAIN public.iban;

-- lock: none
DROP FUNCTION public.is_iban(text);
