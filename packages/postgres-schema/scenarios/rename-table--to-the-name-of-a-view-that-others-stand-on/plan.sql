-- before to after

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME TO put_aside_1;

-- lock: access_exclusive
ALTER TABLE public.companies RENAME TO accounts;

-- lock: access_exclusive
DROP TRIGGER accounts_insert ON public.put_aside_1;

-- lock: access_exclusive
DROP VIEW public.named;

-- lock: access_exclusive
DROP INDEX public.counted_number;

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.counted;

-- lock: none
DROP FUNCTION public.first_of(public.put_aside_1);

-- lock: none
DROP FUNCTION public.many();

-- lock: none
DROP FUNCTION public.all_accounts();

-- lock: none
CREATE OR REPLACE FUNCTION public.all_accounts()
 RETURNS SETOF public.accounts
 LANGUAGE sql
 STABLE
AS $function$ SELECT * FROM accounts $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.all_accounts() FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.first_of(account public.accounts)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT account.id $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.first_of(public.accounts) FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.many()
 RETURNS bigint
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.all_accounts() all_accounts;
END;

-- lock: none
REVOKE ALL ON FUNCTION public.many() FROM PUBLIC;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.notes ALTER COLUMN about TYPE public.accounts USING about::text::public.accounts;

-- lock: access_exclusive
DROP VIEW public.put_aside_1;

-- lock: none
CREATE VIEW public.named AS
SELECT id
   FROM public.accounts
  WHERE (name IS NOT NULL);

-- lock: none
CREATE MATERIALIZED VIEW public.counted AS
SELECT count(*) AS number
   FROM public.accounts;

-- lock: share; hazards: blocks_writes
CREATE INDEX counted_number ON public.counted (number);

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.all_accounts() TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.first_of(public.accounts) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.many() TO PUBLIC;

-- after to before

-- lock: access_exclusive
ALTER TABLE public.accounts RENAME TO companies;

-- lock: access_exclusive
DROP VIEW public.named;

-- lock: access_exclusive
DROP INDEX public.counted_number;

-- lock: access_exclusive
DROP MATERIALIZED VIEW public.counted;

-- lock: none
DROP FUNCTION public.first_of(public.companies);

-- lock: none
DROP FUNCTION public.many();

-- lock: none
DROP FUNCTION public.all_accounts();

-- lock: none
CREATE VIEW public.accounts WITH (security_invoker=true) AS
SELECT id,
    name
   FROM public.companies;

-- lock: none
CREATE OR REPLACE FUNCTION public.all_accounts()
 RETURNS SETOF public.accounts
 LANGUAGE sql
 STABLE
AS $function$ SELECT * FROM accounts $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.all_accounts() FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.first_of(account public.accounts)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT account.id $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.first_of(public.accounts) FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.many()
 RETURNS bigint
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM public.all_accounts() all_accounts;
END;

-- lock: none
REVOKE ALL ON FUNCTION public.many() FROM PUBLIC;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.notes ALTER COLUMN about TYPE public.accounts USING about::text::public.accounts;

-- lock: none
CREATE VIEW public.named AS
SELECT id
   FROM public.accounts
  WHERE (name IS NOT NULL);

-- lock: none
CREATE MATERIALIZED VIEW public.counted AS
SELECT count(*) AS number
   FROM public.accounts;

-- lock: share; hazards: blocks_writes
CREATE INDEX counted_number ON public.counted (number);

-- lock: share_row_exclusive
CREATE TRIGGER accounts_insert INSTEAD OF INSERT ON public.accounts FOR EACH ROW EXECUTE FUNCTION public.refuse();

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.all_accounts() TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.first_of(public.accounts) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.many() TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.accounts TO pg_monitor;

-- lock: share_update_exclusive
COMMENT ON VIEW public.accounts IS 'A former name';
