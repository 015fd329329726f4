insert into planning.confidential_line (state, words, source, to_confirm, valid_from) values
('AZ', 'Confidential. Not a public record: A.R.S. 41-1803(G).', 'Arizona school boards policy on emergency plans, docid 149', false, '2000-01-01'),
('ALL', 'Confidential. Only for people who need it in an emergency.', 'Daywatch proposal', true, '2000-01-01');
