-- before to after

-- lock: share; hazards: blocks_writes
CREATE INDEX docs_at ON public.docs USING brin (at);

-- lock: share; hazards: blocks_writes
CREATE INDEX docs_body ON public.docs USING gin (body);

-- lock: share; hazards: blocks_writes
CREATE INDEX docs_ip ON public.docs USING spgist (ip);

-- lock: share; hazards: blocks_writes
CREATE INDEX docs_ip_ops ON public.docs USING gist (ip inet_ops);

-- lock: share; hazards: blocks_writes
CREATE INDEX docs_key ON public.docs USING hash (key);

-- lock: share; hazards: blocks_writes
CREATE INDEX docs_place ON public.docs USING gist (place);

-- lock: share; hazards: blocks_writes
CREATE INDEX docs_tags ON public.docs USING gin (tags);

-- lock: share_update_exclusive
ALTER INDEX public.docs_at SET (autosummarize = 'on');

-- lock: share_update_exclusive
ALTER INDEX public.docs_at SET (pages_per_range = '16');

-- lock: share_update_exclusive
ALTER INDEX public.docs_body SET (fastupdate = 'off');

-- after to before

-- lock: access_exclusive
DROP INDEX public.docs_at;

-- lock: access_exclusive
DROP INDEX public.docs_body;

-- lock: access_exclusive
DROP INDEX public.docs_ip;

-- lock: access_exclusive
DROP INDEX public.docs_ip_ops;

-- lock: access_exclusive
DROP INDEX public.docs_key;

-- lock: access_exclusive
DROP INDEX public.docs_place;

-- lock: access_exclusive
DROP INDEX public.docs_tags;
