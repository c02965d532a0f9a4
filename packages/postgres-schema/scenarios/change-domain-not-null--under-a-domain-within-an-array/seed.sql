INSERT INTO orders VALUES (1, '{one,two}');
INSERT INTO books VALUES (2, '{yes}');
