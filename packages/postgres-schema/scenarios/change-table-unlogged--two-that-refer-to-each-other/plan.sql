-- before to after

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.books SET UNLOGGED;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.authors SET UNLOGGED;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.drafts SET LOGGED;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.edits SET LOGGED;

-- after to before

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.authors SET LOGGED;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.books SET LOGGED;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.edits SET UNLOGGED;

-- lock: access_exclusive; hazards: rewrites_table
ALTER TABLE public.drafts SET UNLOGGED;
