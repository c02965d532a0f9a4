-- before to after

-- lock: none
CREATE TABLE public.dated (
  made date NOT NULL
);

-- lock: none
CREATE TABLE public.named (
  name text DEFAULT ''::text NOT NULL
);

-- lock: none
CREATE TABLE public.documents (
  id integer NOT NULL,
  body text,
  CONSTRAINT documents_pkey PRIMARY KEY (id)
) INHERITS (public.named, public.dated);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.documents;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.dated;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.named;
