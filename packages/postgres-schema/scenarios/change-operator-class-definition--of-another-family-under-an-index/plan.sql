-- before to after

-- lock: access_exclusive
DROP INDEX public.t_a;

-- lock: none
DROP OPERATOR CLASS public.up USING btree;

-- lock: none
CREATE OPERATOR CLASS public.up FOR TYPE integer USING btree FAMILY public.two AS OPERATOR 1 <(integer,integer), OPERATOR 2 <=(integer,integer), OPERATOR 3 =(integer,integer), OPERATOR 4 >=(integer,integer), OPERATOR 5 >(integer,integer), FUNCTION 1 (integer, integer) btint4cmp(integer,integer);

-- lock: share; hazards: blocks_writes
CREATE INDEX t_a ON public.t (a public.up);

-- after to before

-- lock: access_exclusive
DROP INDEX public.t_a;

-- lock: none
DROP OPERATOR CLASS public.up USING btree;

-- lock: none
CREATE OPERATOR CLASS public.up FOR TYPE integer USING btree FAMILY public.one AS OPERATOR 1 <(integer,integer), OPERATOR 2 <=(integer,integer), OPERATOR 3 =(integer,integer), OPERATOR 4 >=(integer,integer), OPERATOR 5 >(integer,integer), FUNCTION 1 (integer, integer) btint4cmp(integer,integer);

-- lock: share; hazards: blocks_writes
CREATE INDEX t_a ON public.t (a public.up);
