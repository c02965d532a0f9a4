-- before to after

-- lock: none
DROP COLLATION public.german;

-- lock: none
CREATE COLLATION public.german (PROVIDER = libc, LC_COLLATE = 'POSIX', LC_CTYPE = 'POSIX');

-- lock: none
COMMENT ON COLLATION public.german IS 'deutsch';

-- after to before

-- lock: none
DROP COLLATION public.german;

-- lock: none
CREATE COLLATION public.german (PROVIDER = libc, LC_COLLATE = 'C', LC_CTYPE = 'C');

-- lock: none
COMMENT ON COLLATION public.german IS 'deutsch';
