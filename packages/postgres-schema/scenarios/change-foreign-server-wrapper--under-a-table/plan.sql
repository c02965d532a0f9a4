-- before to after

-- lock: access_exclusive; hazards: deletes_data
DROP FOREIGN TABLE public.f;

-- lock: none
DROP SERVER s;

-- lock: none
CREATE SERVER s FOREIGN DATA WRAPPER x;

-- lock: none
CREATE FOREIGN TABLE public.f (
  a integer
) SERVER s;

-- lock: none; hazards: changes_access
GRANT USAGE ON FOREIGN SERVER s TO scenario_reader;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP FOREIGN TABLE public.f;

-- lock: none
DROP SERVER s;

-- lock: none
CREATE SERVER s FOREIGN DATA WRAPPER w;

-- lock: none
CREATE FOREIGN TABLE public.f (
  a integer
) SERVER s;

-- lock: none; hazards: changes_access
GRANT USAGE ON FOREIGN SERVER s TO scenario_reader;
