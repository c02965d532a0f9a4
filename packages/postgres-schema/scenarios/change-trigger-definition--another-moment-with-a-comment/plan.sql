-- before to after

-- lock: access_exclusive
DROP TRIGGER acts ON public.people;

-- lock: share_row_exclusive
CREATE TRIGGER acts AFTER INSERT OR DELETE OR TRUNCATE ON public.people FOR EACH STATEMENT EXECUTE FUNCTION public.act();

-- lock: share_row_exclusive
ALTER TABLE public.people ENABLE ALWAYS TRIGGER acts;

-- lock: none
COMMENT ON TRIGGER acts ON public.people IS 'acts';

-- after to before

-- lock: access_exclusive
DROP TRIGGER acts ON public.people;

-- lock: share_row_exclusive
CREATE TRIGGER acts BEFORE INSERT ON public.people FOR EACH ROW EXECUTE FUNCTION public.act();

-- lock: share_row_exclusive
ALTER TABLE public.people ENABLE ALWAYS TRIGGER acts;

-- lock: none
COMMENT ON TRIGGER acts ON public.people IS 'acts';
