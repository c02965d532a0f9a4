INSERT INTO people VALUES (1, 'A@b.c');
