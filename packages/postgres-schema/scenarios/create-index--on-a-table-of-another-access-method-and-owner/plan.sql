-- before to after

-- lock: none
CREATE ACCESS METHOD rows TYPE TABLE HANDLER heap_tableam_handler;

-- lock: none
CREATE TABLE public.tickets (
  id integer NOT NULL,
  state text,
  CONSTRAINT tickets_pkey PRIMARY KEY (id)
);

-- lock: none
ALTER TABLE public.tickets SET ACCESS METHOD rows;

-- lock: none
CREATE INDEX tickets_open ON public.tickets (id) WHERE public.is_open(state);

-- lock: none; hazards: changes_access
REVOKE EXECUTE ON FUNCTION public.is_open(text) FROM PUBLIC;

-- lock: none
ALTER TABLE public.tickets OWNER TO scenario_owner;

-- after to before

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.tickets;

-- lock: none
DROP ACCESS METHOD rows;

-- lock: none; hazards: changes_access
GRANT EXECUTE ON FUNCTION public.is_open(text) TO PUBLIC;
