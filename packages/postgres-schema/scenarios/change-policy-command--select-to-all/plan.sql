-- before to after

-- lock: access_exclusive; hazards: changes_access
DROP POLICY chosen ON public.notes;

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY chosen ON public.notes FOR ALL TO PUBLIC USING ((id > 0));

-- after to before

-- lock: access_exclusive; hazards: changes_access
DROP POLICY chosen ON public.notes;

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY chosen ON public.notes FOR SELECT TO PUBLIC USING ((id > 0));
