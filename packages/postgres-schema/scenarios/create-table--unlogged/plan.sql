-- before to after

-- lock: none
CREATE UNLOGGED TABLE public.sessions (
  id uuid NOT NULL,
  seen timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT sessions_pkey PRIMARY KEY (id)
);

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.sessions;
