-- before to after

-- lock: access_exclusive
DROP VIEW public.grosses;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.items DROP COLUMN gross;

-- lock: access_exclusive
ALTER TABLE public.items ADD COLUMN gross integer DEFAULT 0;

-- lock: none
CREATE VIEW public.grosses AS
SELECT gross
   FROM public.items;

-- lock: share_update_exclusive
COMMENT ON COLUMN public.items.gross IS 'With tax.';

-- after to before

-- lock: access_exclusive
DROP VIEW public.grosses;

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.items DROP COLUMN gross;

-- lock: access_exclusive
ALTER TABLE public.items ADD COLUMN gross integer GENERATED ALWAYS AS ((price * 2)) VIRTUAL;

-- lock: none
CREATE VIEW public.grosses AS
SELECT gross
   FROM public.items;

-- lock: share_update_exclusive
COMMENT ON COLUMN public.items.gross IS 'With tax.';
