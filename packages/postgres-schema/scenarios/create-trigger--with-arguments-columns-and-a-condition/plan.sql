-- before to after

-- lock: share_row_exclusive
CREATE TRIGGER bumped BEFORE INSERT OR UPDATE OF name ON public.people FOR EACH ROW WHEN ((new.name <> 'it''s'::text)) EXECUTE FUNCTION public.bump('7', 'it''s \n', '$$');

-- after to before

-- lock: access_exclusive
DROP TRIGGER bumped ON public.people;
