-- before to after

-- lock: none
CREATE TYPE public.odd AS ENUM ('it''s', 'back\slash', 'new
line', '$$dollar$$', '"quoted"', '; DROP SCHEMA public CASCADE; --', 'größe', '');

-- after to before

-- lock: none
DROP TYPE public.odd;
