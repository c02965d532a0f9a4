-- before to after

-- lock: none
CREATE EXTENSION IF NOT EXISTS citext SCHEMA public;

-- lock: none
CREATE TABLE public.accounts (
  id integer NOT NULL,
  email public.citext NOT NULL,
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_email_key UNIQUE (email)
);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.accounts;

-- lock: none
DROP EXTENSION citext;
