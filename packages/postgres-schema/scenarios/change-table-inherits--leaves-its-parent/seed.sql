INSERT INTO child (id, name, extra) VALUES (1, 'a', 'b');
