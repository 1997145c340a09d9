-- The words of all records, for `mentor search`. It keeps no text, only where each word stands; a row's number is made of its
-- table and its number (`store/search/`). No triggers: they would cost every reader. `store/open.rs` keeps it in step.

CREATE VIRTUAL TABLE search USING fts5(
    title,
    text,
    content = '',
    contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2'
);
