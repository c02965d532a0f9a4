-- before to after

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON SEQUENCES FROM scenario_reader;

-- lock: none
CREATE TABLE public.c (
  id integer GENERATED ALWAYS AS IDENTITY,
  c0 character varying(30)
);

-- lock: none
REVOKE ALL ON TABLE public.c FROM scenario_reader;

-- lock: none
REVOKE ALL ON SEQUENCE public.c_id_seq FROM scenario_reader;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.c;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres REVOKE ALL ON SEQUENCES FROM scenario_reader;

-- lock: none; hazards: changes_access
ALTER DEFAULT PRIVILEGES FOR ROLE postgres GRANT USAGE ON SEQUENCES TO scenario_reader;
