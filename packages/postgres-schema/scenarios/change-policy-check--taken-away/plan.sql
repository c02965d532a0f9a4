-- before to after

-- lock: access_exclusive; hazards: changes_access
DROP POLICY own ON public.notes;

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY own ON public.notes FOR ALL TO PUBLIC USING ((owner = CURRENT_USER));

-- after to before

-- lock: access_exclusive; hazards: changes_access
ALTER POLICY own ON public.notes USING ((owner = CURRENT_USER)) WITH CHECK ((id > 0));
