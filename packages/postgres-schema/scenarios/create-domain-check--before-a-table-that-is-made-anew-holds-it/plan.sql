-- before to after

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.orders;

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK ((VALUE <> 7));

-- lock: none
ALTER TYPE public.pair ALTER ATTRIBUTE first TYPE public.code;

-- lock: none
CREATE TABLE public.orders (
  id integer NOT NULL,
  codes public.pair,
  code numeric
) PARTITION BY LIST (id);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.orders;

-- lock: none
ALTER DOMAIN public.code DROP CONSTRAINT code_check;

-- lock: none
ALTER TYPE public.pair RENAME TO pair__replaced;

-- lock: none
CREATE TYPE public.pair AS (first integer);

-- lock: none
DROP TYPE public.pair__replaced;

-- lock: none
CREATE TABLE public.orders (
  id integer NOT NULL,
  codes numeric,
  code public.code
) PARTITION BY RANGE (id);
