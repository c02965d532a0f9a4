CREATE TEXT SEARCH DICTIONARY stems (TEMPLATE = snowball, Language = 'german');
