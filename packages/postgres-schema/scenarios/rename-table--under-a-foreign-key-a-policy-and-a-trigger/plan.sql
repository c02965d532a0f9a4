-- before to after

-- lock: access_exclusive
ALTER TABLE public.clients RENAME TO customers;

-- lock: access_exclusive
DROP TRIGGER touched ON public.customers;

-- lock: share_row_exclusive
CREATE TRIGGER touched BEFORE UPDATE ON public.customers FOR EACH ROW EXECUTE FUNCTION public.touch();

-- lock: access_exclusive; hazards: changes_access
ALTER POLICY own ON public.orders USING ((EXISTS ( SELECT
   FROM public.customers c
  WHERE ((c.id = orders.client_id) AND (c.owner = CURRENT_USER)))));

-- after to before

-- lock: access_exclusive
ALTER TABLE public.customers RENAME TO clients;

-- lock: access_exclusive
DROP TRIGGER touched ON public.clients;

-- lock: share_row_exclusive
CREATE TRIGGER touched BEFORE UPDATE ON public.clients FOR EACH ROW EXECUTE FUNCTION public.touch();

-- lock: access_exclusive; hazards: changes_access
ALTER POLICY own ON public.orders USING ((EXISTS ( SELECT
   FROM public.clients c
  WHERE ((c.id = orders.client_id) AND (c.owner = CURRENT_USER)))));
