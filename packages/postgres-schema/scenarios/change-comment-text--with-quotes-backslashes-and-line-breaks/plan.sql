-- before to after

-- lock: share_update_exclusive
COMMENT ON TABLE public.people IS 'it''s a "test"\ with
lines	and $$dollars$$ -- ; DROP SCHEMA public CASCADE; 日本語';

-- after to before

-- lock: share_update_exclusive
COMMENT ON TABLE public.people IS 'plain';
