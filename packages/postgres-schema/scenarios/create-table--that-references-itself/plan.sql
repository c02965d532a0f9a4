-- before to after

-- lock: none
CREATE TABLE public.categories (
  id integer NOT NULL,
  parent_id integer,
  CONSTRAINT categories_pkey PRIMARY KEY (id)
);

-- lock: none
ALTER TABLE public.categories ADD CONSTRAINT categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.categories (id) ON DELETE SET NULL;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.categories;
