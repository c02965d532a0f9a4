INSERT INTO kinds VALUES (1, '12.50', B'00000101', 'a=>1', '[1,5)');
