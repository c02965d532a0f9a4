-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN amount TYPE integer USING amount::text::integer;

-- lock: none
DROP DOMAIN public.amount;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN status TYPE text USING status::text;

-- lock: none
DROP TYPE public.status;

-- lock: none
CREATE TABLE public.status (
  name text NOT NULL,
  CONSTRAINT status_pkey PRIMARY KEY (name)
);

-- lock: none
CREATE VIEW public.amount AS
SELECT 1 AS amount;

-- after to before

-- lock: access_exclusive
DROP VIEW public.amount;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.status;

-- lock: none
CREATE TYPE public.status AS ENUM ('new', 'old');

-- lock: none
CREATE DOMAIN public.amount AS integer;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN amount TYPE public.amount USING amount::text::public.amount;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.items ALTER COLUMN status TYPE public.status USING status::public.status;
