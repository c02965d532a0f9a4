-- before to after

-- lock: access_exclusive; hazards: changes_access
ALTER POLICY own ON public.notes USING ((owner = SESSION_USER)) WITH CHECK ((id > 1));

-- after to before

-- lock: access_exclusive; hazards: changes_access
ALTER POLICY own ON public.notes USING ((owner = CURRENT_USER)) WITH CHECK ((id > 0));
