CREATE TEXT SEARCH TEMPLATE known (INIT = dsimple_init, LEXIZE = dsimple_lexize);
COMMENT ON TEXT SEARCH TEMPLATE known IS 'knows';
CREATE TEXT SEARCH DICTIONARY all_words (TEMPLATE = known, accept = 'false');
