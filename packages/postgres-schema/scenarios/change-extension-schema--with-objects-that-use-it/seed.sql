INSERT INTO things VALUES (1, 'a=>1');
