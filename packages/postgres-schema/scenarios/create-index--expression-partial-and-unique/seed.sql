INSERT INTO people VALUES ('A@b.c', NULL), ('a@B.c', '2024-01-01');
