-- before to after

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.t;

-- after to before

-- lock: none
CREATE TABLE public.t (
  id integer
);

-- lock: none
ALTER TABLE public.t OWNER TO scenario_owner;
