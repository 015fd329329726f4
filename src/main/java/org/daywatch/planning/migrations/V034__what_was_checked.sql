-- An answer stands for the words that were checked: when a list is loaded again with other words, it is unknown again. Null: answered before this was kept.
alter table planning.standard_check add column words text;
