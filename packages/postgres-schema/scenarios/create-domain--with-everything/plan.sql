-- before to after

-- lock: none
CREATE DOMAIN public.email AS text COLLATE "C" DEFAULT 'nobody@example.org'::text NOT NULL CONSTRAINT email_has_at CHECK ((POSITION(('@'::text) IN (VALUE)) > 1)) CONSTRAINT email_short CHECK ((length(VALUE) < 255));

-- lock: none
CREATE TABLE public.accounts (
  id integer NOT NULL,
  email public.email,
  CONSTRAINT accounts_pkey PRIMARY KEY (id)
);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.accounts;

-- lock: none
DROP DOMAIN public.email;
