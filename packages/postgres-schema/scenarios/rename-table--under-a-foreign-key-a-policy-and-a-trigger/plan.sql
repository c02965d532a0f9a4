-- before to after

-- lock: access_exclusive
ALTER TABLE public.clients RENAME TO customers;

-- lock: access_exclusive; hazards: changes_access
ALTER POLICY own ON public.orders USING ((EXISTS ( SELECT
   FROM public.customers c
  WHERE ((c.id = orders.client_id) AND (c.owner = CURRENT_USER)))));

-- after to before

-- lock: access_exclusive
ALTER TABLE public.customers RENAME TO clients;

-- lock: access_exclusive; hazards: changes_access
ALTER POLICY own ON public.orders USING ((EXISTS ( SELECT
   FROM public.clients c
  WHERE ((c.id = orders.client_id) AND (c.owner = CURRENT_USER)))));
