-- before to after

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.notes ENABLE ROW LEVEL SECURITY;

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY add ON public.notes FOR INSERT TO scenario_writer WITH CHECK ((owner = CURRENT_USER));

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY edit ON public.notes FOR UPDATE TO scenario_reader, scenario_writer USING ((owner = CURRENT_USER)) WITH CHECK ((owner = CURRENT_USER));

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY remove ON public.notes FOR DELETE TO PUBLIC USING ((owner = CURRENT_USER));

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY see ON public.notes FOR SELECT TO PUBLIC USING (true);

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY unlocked ON public.notes AS RESTRICTIVE FOR DELETE TO PUBLIC USING ((NOT locked));

-- lock: none
COMMENT ON POLICY unlocked ON public.notes IS 'no way around';

-- after to before

-- lock: access_exclusive; hazards: changes_access
DROP POLICY add ON public.notes;

-- lock: access_exclusive; hazards: changes_access
DROP POLICY edit ON public.notes;

-- lock: access_exclusive; hazards: changes_access
DROP POLICY remove ON public.notes;

-- lock: access_exclusive; hazards: changes_access
DROP POLICY see ON public.notes;

-- lock: access_exclusive; hazards: changes_access
DROP POLICY unlocked ON public.notes;

-- lock: access_exclusive; hazards: changes_access
ALTER TABLE public.notes DISABLE ROW LEVEL SECURITY;
