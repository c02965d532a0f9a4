INSERT INTO diary VALUES (1, 'cross', '{calm,cross}', (NULL, '{calm}', 'cross'));
