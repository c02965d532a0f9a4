-- before to after

-- lock: share_row_exclusive
CREATE TRIGGER acts AFTER INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION public.act();

-- after to before

-- lock: access_exclusive
DROP TRIGGER acts ON public.events;
