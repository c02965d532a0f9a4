CREATE TYPE odd AS ENUM ('it''s', 'back\slash', 'new
line', '$$dollar$$', '"quoted"', '; DROP SCHEMA public CASCADE; --', 'größe', '');
