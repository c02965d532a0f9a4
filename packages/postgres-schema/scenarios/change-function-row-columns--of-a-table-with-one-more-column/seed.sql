INSERT INTO bills VALUES (1, NULL), (2, 'paid');
