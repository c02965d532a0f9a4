-- before to after

-- lock: access_exclusive
ALTER TABLE public.child NO INHERIT public.base;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.base;

-- after to before

-- lock: none
CREATE TABLE public.base (
  id integer NOT NULL,
  name text DEFAULT 'x'::text NOT NULL,
  CONSTRAINT base_pkey PRIMARY KEY (id),
  CONSTRAINT named CHECK ((name <> ''::text))
);

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.child INHERIT public.base;
