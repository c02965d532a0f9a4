-- before to after

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.names;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales_1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.shares;

-- lock: none
DROP FUNCTION public.half(smallint);

-- lock: none
DROP FUNCTION public.share(integer);

-- lock: none
DROP COLLATION public.plain;

-- lock: none
CREATE COLLATION public.plain (PROVIDER = libc, LC_COLLATE = 'POSIX', LC_CTYPE = 'POSIX');

-- lock: none
CREATE OR REPLACE FUNCTION public.half(integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 / 2);

-- lock: none
REVOKE ALL ON FUNCTION public.half(integer) FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.share(integer, integer DEFAULT 2)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 / $2);

-- lock: none
REVOKE ALL ON FUNCTION public.share(integer, integer) FROM PUBLIC;

-- lock: none
CREATE TABLE public.names (
  name text
) PARTITION BY LIST (name COLLATE public.plain);

-- lock: none
CREATE TABLE public.sales (
  id integer,
  shop smallint NOT NULL
) PARTITION BY LIST (public.half((shop)::integer));

-- lock: none
CREATE TABLE public.sales_1 PARTITION OF public.sales FOR VALUES IN (1);

-- lock: none
CREATE TABLE public.shares (
  id integer
) PARTITION BY LIST (public.share(id));

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.half(integer) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.share(integer, integer) TO PUBLIC;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.names;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales_1;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sales;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.shares;

-- lock: none
DROP FUNCTION public.half(integer);

-- lock: none
DROP FUNCTION public.share(integer, integer);

-- lock: none
DROP COLLATION public.plain;

-- lock: none
CREATE COLLATION public.plain (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'C');

-- lock: none
CREATE OR REPLACE FUNCTION public.half(smallint)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 / 2);

-- lock: none
REVOKE ALL ON FUNCTION public.half(smallint) FROM PUBLIC;

-- lock: none
CREATE OR REPLACE FUNCTION public.share(integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
RETURN ($1 / 2);

-- lock: none
REVOKE ALL ON FUNCTION public.share(integer) FROM PUBLIC;

-- lock: none
CREATE TABLE public.names (
  name text
) PARTITION BY LIST (name COLLATE public.plain);

-- lock: none
CREATE TABLE public.sales (
  id integer,
  shop smallint NOT NULL
) PARTITION BY LIST (public.half(shop));

-- lock: none
CREATE TABLE public.sales_1 PARTITION OF public.sales FOR VALUES IN (1);

-- lock: none
CREATE TABLE public.shares (
  id integer
) PARTITION BY LIST (public.share(id));

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.half(smallint) TO PUBLIC;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.share(integer) TO PUBLIC;
