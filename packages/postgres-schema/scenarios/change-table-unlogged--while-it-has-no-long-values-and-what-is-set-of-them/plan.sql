-- before to after

-- lock: share_update_exclusive
ALTER TABLE public.orders RESET (toast.autovacuum_enabled);

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.orders DROP COLUMN note;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.orders SET UNLOGGED;

-- lock: access_exclusive
ALTER TABLE public.orders ADD COLUMN remark text;

-- lock: share_update_exclusive
ALTER TABLE public.orders SET (toast.autovacuum_enabled = 'off');

-- after to before

-- lock: share_update_exclusive
ALTER TABLE public.orders RESET (toast.autovacuum_enabled);

-- lock: access_exclusive; hazards: deletes_data
ALTER TABLE public.orders DROP COLUMN remark;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.orders SET LOGGED;

-- lock: access_exclusive
ALTER TABLE public.orders ADD COLUMN note text;

-- lock: share_update_exclusive
ALTER TABLE public.orders SET (toast.autovacuum_enabled = 'off');
