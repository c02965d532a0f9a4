-- before to after

-- lock: none
CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');

-- lock: none
CREATE TABLE public.people (
  id integer NOT NULL,
  now public.mood DEFAULT 'ok'::public.mood NOT NULL,
  past public.mood[] DEFAULT '{}'::public.mood[] NOT NULL,
  CONSTRAINT people_pkey PRIMARY KEY (id)
);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.people;

-- lock: none
DROP TYPE public.mood;
