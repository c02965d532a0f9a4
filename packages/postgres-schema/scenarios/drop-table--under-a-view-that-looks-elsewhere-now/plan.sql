-- before to after

-- lock: access_exclusive
DROP VIEW public.everyone;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.old_people;

-- lock: none
CREATE VIEW public.everyone AS
SELECT id
   FROM public.people;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.everyone TO scenario_reader;

-- after to before

-- lock: access_exclusive
DROP VIEW public.everyone;

-- lock: none
CREATE TABLE public.old_people (
  id integer NOT NULL,
  CONSTRAINT old_people_pkey PRIMARY KEY (id)
);

-- lock: none
CREATE VIEW public.everyone AS
SELECT id
   FROM public.old_people;

-- lock: none; hazards: changes_access
GRANT SELECT ON TABLE public.everyone TO scenario_reader;
