INSERT INTO tasks VALUES (1, 'done', 'b', '{a,b}');
