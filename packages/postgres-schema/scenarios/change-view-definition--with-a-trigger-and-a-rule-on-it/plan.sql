-- before to after

-- lock: access_exclusive
DROP TRIGGER put ON public.shown;

-- lock: access_exclusive
DROP RULE no_delete ON public.shown;

-- lock: access_exclusive
DROP VIEW public.shown;

-- lock: none
CREATE VIEW public.shown AS
SELECT name,
    id
   FROM public.people;

-- lock: access_exclusive
CREATE OR REPLACE RULE no_delete AS
    ON DELETE TO public.shown DO INSTEAD NOTHING;

-- lock: share_row_exclusive
CREATE TRIGGER put INSTEAD OF INSERT ON public.shown FOR EACH ROW EXECUTE FUNCTION public.put();

-- after to before

-- lock: access_exclusive
DROP TRIGGER put ON public.shown;

-- lock: access_exclusive
DROP RULE no_delete ON public.shown;

-- lock: access_exclusive
DROP VIEW public.shown;

-- lock: none
CREATE VIEW public.shown AS
SELECT id,
    name
   FROM public.people;

-- lock: access_exclusive
CREATE OR REPLACE RULE no_delete AS
    ON DELETE TO public.shown DO INSTEAD NOTHING;

-- lock: share_row_exclusive
CREATE TRIGGER put INSTEAD OF INSERT ON public.shown FOR EACH ROW EXECUTE FUNCTION public.put();
