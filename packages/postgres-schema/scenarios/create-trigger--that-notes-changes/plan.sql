-- before to after

-- lock: share_row_exclusive
CREATE TRIGGER note AFTER INSERT ON public.people FOR EACH ROW EXECUTE FUNCTION public.note();

-- after to before

-- lock: access_exclusive
DROP TRIGGER note ON public.people;
