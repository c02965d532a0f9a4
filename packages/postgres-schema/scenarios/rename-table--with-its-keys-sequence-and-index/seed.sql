INSERT INTO clients (email, boss_id) VALUES ('a@b.c', 1);
