-- before to after

-- lock: access_exclusive; hazards: changes_access
DROP POLICY own ON public.notes;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.teams;

-- lock: none
CREATE TABLE public.groups (
  owner name
);

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY own ON public.notes FOR ALL TO PUBLIC USING ((EXISTS ( SELECT
   FROM public.groups g
  WHERE (g.owner = notes.owner))));

-- after to before

-- lock: access_exclusive; hazards: changes_access
DROP POLICY own ON public.notes;

-- lock: access_exclusive; hazards: deletes_data
DROP TABLE public.groups;

-- lock: none
CREATE TABLE public.teams (
  owner name
);

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY own ON public.notes FOR ALL TO PUBLIC USING ((EXISTS ( SELECT
   FROM public.teams t
  WHERE (t.owner = notes.owner))));
