-- before to after

-- lock: access_exclusive
DROP VIEW public.amounts;

-- lock: none
DROP FUNCTION public.shown(public.price);

-- lock: none
ALTER TYPE public.price ADD ATTRIBUTE since date;

-- lock: none
ALTER TYPE public.price RENAME TO price__replaced;

-- lock: none
CREATE TYPE public.price AS (amount numeric(12,4), currency text, since date);

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.products ALTER COLUMN former TYPE public.price[] USING former::text[]::public.price[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.products ALTER COLUMN price TYPE public.price USING price::text::public.price;

-- lock: none
DROP TYPE public.price__replaced;

-- lock: none
CREATE OR REPLACE FUNCTION public.shown(public.price)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1.amount || $1.currency$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.shown(public.price) FROM PUBLIC;

-- lock: none
CREATE VIEW public.amounts AS
SELECT id,
    (price).amount AS amount
   FROM public.products;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.shown(public.price) TO PUBLIC;

-- lock: none
COMMENT ON TYPE public.price IS 'What is paid';

-- after to before

-- lock: access_exclusive
DROP VIEW public.amounts;

-- lock: none
DROP FUNCTION public.shown(public.price);

-- lock: none; hazards: deletes_data
ALTER TYPE public.price DROP ATTRIBUTE since;

-- lock: none
ALTER TYPE public.price RENAME TO price__replaced;

-- lock: none
CREATE TYPE public.price AS (amount numeric(8,2), currency character varying(3));

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.products ALTER COLUMN former TYPE public.price[] USING former::text[]::public.price[];

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.products ALTER COLUMN price TYPE public.price USING price::text::public.price;

-- lock: none
DROP TYPE public.price__replaced;

-- lock: none
CREATE OR REPLACE FUNCTION public.shown(public.price)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1.amount || $1.currency$function$;

-- lock: none
REVOKE ALL ON FUNCTION public.shown(public.price) FROM PUBLIC;

-- lock: none
CREATE VIEW public.amounts AS
SELECT id,
    (price).amount AS amount
   FROM public.products;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.shown(public.price) TO PUBLIC;

-- lock: none
COMMENT ON TYPE public.price IS 'What is paid';
