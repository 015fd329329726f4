-- What stands on every page of a plan that is printed or taken along, by state; ALL where no state says more.
create table planning.confidential_line (
    state      text not null check (state = 'ALL' or state ~ '^[A-Z]{2}$'),
    words      text not null,
    source     text not null,
    to_confirm boolean not null,
    valid_from date not null,
    valid_to   date,
    primary key (state, valid_from)
);
call platform.exempt('planning.confidential_line', 'The sentence on every page of an operations plan, by state; the same for every tenant. Written by migrations.');
grant select on planning.confidential_line to dw_app;

insert into planning.confidential_line (state, words, source, to_confirm, valid_from) values
('AZ', 'Confidential. Not a public record: A.R.S. 41-1803(G).', 'Arizona school boards policy on emergency plans, docid 149', false, '2000-01-01'),
('ALL', 'Confidential. For those who need it in an emergency only.', 'Daywatch proposal', true, '2000-01-01');
