-- before to after

-- lock: access_exclusive; hazards: changes_access
DROP POLICY positive ON public.readings_2025;

-- lock: access_exclusive
DROP TRIGGER large ON public.readings_2025;

-- lock: access_exclusive
DROP VIEW public.values_2025;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.readings ALTER COLUMN value TYPE bigint USING value::bigint;

-- lock: none
CREATE VIEW public.values_2025 AS
SELECT value
   FROM public.readings_2025;

-- lock: share_row_exclusive
CREATE TRIGGER large AFTER INSERT ON public.readings_2025 FOR EACH ROW WHEN ((new.value > 100)) EXECUTE FUNCTION public.note();

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY positive ON public.readings_2025 FOR ALL TO PUBLIC USING ((value > 0));

-- after to before

-- lock: access_exclusive; hazards: changes_access
DROP POLICY positive ON public.readings_2025;

-- lock: access_exclusive
DROP TRIGGER large ON public.readings_2025;

-- lock: access_exclusive
DROP VIEW public.values_2025;

-- lock: access_exclusive; hazards: rewrites_table, may_fail_on_data
ALTER TABLE public.readings ALTER COLUMN value TYPE integer USING value::integer;

-- lock: none
CREATE VIEW public.values_2025 AS
SELECT value
   FROM public.readings_2025;

-- lock: share_row_exclusive
CREATE TRIGGER large AFTER INSERT ON public.readings_2025 FOR EACH ROW WHEN ((new.value > 100)) EXECUTE FUNCTION public.note();

-- lock: access_exclusive; hazards: changes_access
CREATE POLICY positive ON public.readings_2025 FOR ALL TO PUBLIC USING ((value > 0));
