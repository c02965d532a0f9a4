INSERT INTO tickets VALUES (1, 'high'), (2, 'low'), (3, 'middle');
