-- before to after

-- lock: access_exclusive
CREATE OR REPLACE RULE keep AS
    ON DELETE TO public.people
   WHERE (old.id < 10) DO INSTEAD NOTHING;

-- lock: access_exclusive
CREATE OR REPLACE RULE log_insert AS
    ON INSERT TO public.people DO  INSERT INTO public.log (what)
  VALUES ('in'::text);

-- lock: access_exclusive
CREATE OR REPLACE RULE twice AS
    ON UPDATE TO public.people DO ( INSERT INTO public.log (what)
  VALUES ('up'::text);
 INSERT INTO public.log (what)
  VALUES ('date'::text);
);

-- lock: none
COMMENT ON RULE keep ON public.people IS 'the first ten stay';

-- after to before

-- lock: access_exclusive
DROP RULE keep ON public.people;

-- lock: access_exclusive
DROP RULE log_insert ON public.people;

-- lock: access_exclusive
DROP RULE twice ON public.people;
