-- before to after

-- lock: access_exclusive
DROP RULE log_insert ON public.people;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.log;

-- after to before

-- lock: none
CREATE TABLE public.log (
  what text
);

-- lock: access_exclusive
CREATE OR REPLACE RULE log_insert AS
    ON INSERT TO public.people DO  INSERT INTO public.log (what)
  VALUES ('in'::text);
