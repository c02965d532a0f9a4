INSERT INTO shipments VALUES (1, '{a,b}', '(a,2)');
