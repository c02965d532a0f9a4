-- before to after

-- lock: access_exclusive; hazards: changes_access
DROP POLICY own ON public.notes;

-- lock: access_exclusive
DROP TRIGGER noted ON public.notes;

-- lock: access_exclusive
ALTER TABLE public.notes ALTER COLUMN owner TYPE character varying(20) USING owner::character varying(20);

-- lock: share_row_exclusive
CREATE TRIGGER noted AFTER UPDATE OF owner ON public.notes FOR EACH ROW WHEN (((old.owner)::text IS DISTINCT FROM (new.owner)::text)) EXECUTE FUNCTION public.noted();

-- lock: share_row_exclusive
ALTER TABLE public.notes DISABLE TRIGGER noted;

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY own ON public.notes FOR ALL TO scenario_reader USING (((owner)::text = CURRENT_USER)) WITH CHECK ((owner IS NOT NULL));

-- after to before

-- lock: access_exclusive; hazards: changes_access
DROP POLICY own ON public.notes;

-- lock: access_exclusive
DROP TRIGGER noted ON public.notes;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.notes ALTER COLUMN owner TYPE character varying(10) USING owner::text;

-- lock: share_row_exclusive
CREATE TRIGGER noted AFTER UPDATE OF owner ON public.notes FOR EACH ROW WHEN (((old.owner)::text IS DISTINCT FROM (new.owner)::text)) EXECUTE FUNCTION public.noted();

-- lock: share_row_exclusive
ALTER TABLE public.notes DISABLE TRIGGER noted;

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY own ON public.notes FOR ALL TO scenario_reader USING (((owner)::text = CURRENT_USER)) WITH CHECK ((owner IS NOT NULL));
