-- before to after

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.a DROP CONSTRAINT a_b_id_fkey;

-- lock: access_exclusive; hazards: locks_other_table
ALTER TABLE public.b DROP CONSTRAINT b_a_id_fkey;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.a;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.b;

-- after to before

-- lock: none
CREATE TABLE public.a (
  id integer NOT NULL,
  b_id integer,
  CONSTRAINT a_pkey PRIMARY KEY (id)
);

-- lock: none
CREATE TABLE public.b (
  id integer NOT NULL,
  a_id integer,
  CONSTRAINT b_pkey PRIMARY KEY (id)
);

-- lock: none
ALTER TABLE public.a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES public.b (id);

-- lock: none
ALTER TABLE public.b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES public.a (id);
