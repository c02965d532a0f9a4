-- before to after

-- lock: access_exclusive; hazards: changes_access
DROP POLICY ranked ON public.people;

-- lock: access_exclusive
DROP VIEW public.ranks;

-- lock: access_exclusive
DROP INDEX public.people_rank;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT ranked;

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN age DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.people DROP COLUMN rank;

-- lock: none
DROP FUNCTION public.rank_of(integer);

-- lock: none
CREATE OR REPLACE FUNCTION public.rank_of(v integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT v::bigint $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.rank_of(integer) FROM PUBLIC;

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN age SET DEFAULT public.rank_of(1);

-- lock: none
CREATE VIEW public.ranks AS
SELECT public.rank_of(age) AS rank
   FROM public.people;

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY ranked ON public.people FOR ALL TO PUBLIC USING ((public.rank_of(age) > 0));

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.rank_of(integer) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.rank_of(integer) TO scenario_reader;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.people ADD COLUMN rank integer GENERATED ALWAYS AS (public.rank_of(age)) STORED;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT ranked CHECK ((public.rank_of(age) > 0));

-- lock: share; hazards: blocks_writes
CREATE INDEX people_rank ON public.people ((public.rank_of(age)));

-- lock: none
COMMENT ON FUNCTION public.rank_of(integer) IS 'rank';

-- after to before

-- lock: access_exclusive; hazards: changes_access
DROP POLICY ranked ON public.people;

-- lock: access_exclusive
DROP VIEW public.ranks;

-- lock: access_exclusive
DROP INDEX public.people_rank;

-- lock: access_exclusive
ALTER TABLE public.people DROP CONSTRAINT ranked;

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN age DROP DEFAULT;

-- lock: access_exclusive
ALTER TABLE public.people DROP COLUMN rank;

-- lock: none
DROP FUNCTION public.rank_of(integer);

-- lock: none
CREATE OR REPLACE FUNCTION public.rank_of(v integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT v $function$;

-- lock: none
REVOKE ALL ON FUNCTION public.rank_of(integer) FROM PUBLIC;

-- lock: access_exclusive
ALTER TABLE public.people ALTER COLUMN age SET DEFAULT public.rank_of(1);

-- lock: none
CREATE VIEW public.ranks AS
SELECT public.rank_of(age) AS rank
   FROM public.people;

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY ranked ON public.people FOR ALL TO PUBLIC USING ((public.rank_of(age) > 0));

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.rank_of(integer) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.rank_of(integer) TO scenario_reader;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.people ADD COLUMN rank integer GENERATED ALWAYS AS (public.rank_of(age)) STORED;

-- lock: access_exclusive; hazards: scans_table, may_fail_on_data
ALTER TABLE public.people ADD CONSTRAINT ranked CHECK ((public.rank_of(age) > 0));

-- lock: share; hazards: blocks_writes
CREATE INDEX people_rank ON public.people ((public.rank_of(age)));

-- lock: none
COMMENT ON FUNCTION public.rank_of(integer) IS 'rank';
