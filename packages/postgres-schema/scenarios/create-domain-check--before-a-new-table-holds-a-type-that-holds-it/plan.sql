-- before to after

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN codes TYPE numeric USING codes::text::numeric;

-- lock: share; hazards: scans_table, may_fail_on_data
ALTER DOMAIN public.code ADD CONSTRAINT code_check CHECK ((VALUE IS NOT NULL));

-- lock: none
CREATE TABLE public.books (
  id integer,
  codes public.pair
);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN code TYPE public.pair USING code::text::public.pair;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.books;

-- lock: none
ALTER DOMAIN public.code DROP CONSTRAINT code_check;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN code TYPE public.code USING code::text::public.code;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.orders ALTER COLUMN codes TYPE public.pair USING codes::text::public.pair;
