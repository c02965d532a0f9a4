-- before to after

-- lock: none
CREATE OPERATOR FAMILY public.numbers USING btree;

-- lock: none
CREATE OPERATOR CLASS public.up FOR TYPE integer USING btree FAMILY public.numbers AS OPERATOR 1 <(integer,integer), OPERATOR 2 <=(integer,integer), OPERATOR 3 =(integer,integer), OPERATOR 4 >=(integer,integer), OPERATOR 5 >(integer,integer), FUNCTION 1 (integer, integer) btint4cmp(integer,integer);

-- lock: none
COMMENT ON OPERATOR FAMILY public.numbers USING btree IS 'all of them';

-- after to before

-- lock: none
DROP OPERATOR CLASS public.up USING btree;

-- lock: none
DROP OPERATOR FAMILY public.numbers USING btree;
