-- before to after

-- lock: none
ALTER TEXT SEARCH DICTIONARY public.stems (stopwords, language = 'german');

-- after to before

-- lock: none
ALTER TEXT SEARCH DICTIONARY public.stems (language = 'english', stopwords = 'english');
