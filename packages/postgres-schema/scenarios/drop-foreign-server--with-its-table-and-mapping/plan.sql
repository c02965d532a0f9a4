-- before to after

-- lock: access_exclusive; hazards: deletes_data
DROP FOREIGN TABLE public.f;

-- lock: none
DROP USER MAPPING FOR PUBLIC SERVER s;

-- lock: none
DROP SERVER s;

-- after to before

-- lock: none
CREATE SERVER s FOREIGN DATA WRAPPER w;

-- lock: none
CREATE USER MAPPING FOR PUBLIC SERVER s;

-- lock: none
CREATE FOREIGN TABLE public.f (
  a integer
) SERVER s;
