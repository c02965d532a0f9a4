-- before to after

-- lock: none
CREATE COLLATION public.german (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'C');

-- lock: none
CREATE DOMAIN public.word AS text COLLATE public.german;

-- lock: none
CREATE TABLE public.t (
  a text COLLATE public.german,
  b text
);

-- lock: none
CREATE INDEX t_b ON public.t (b COLLATE public.german);

-- lock: none
COMMENT ON COLLATION public.german IS 'deutsch';

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.t;

-- lock: none
DROP DOMAIN public.word;

-- lock: none
DROP COLLATION public.german;
