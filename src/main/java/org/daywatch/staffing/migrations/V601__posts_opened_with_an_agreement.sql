-- Whoever agrees may have the posts made and opened in the same go, up to a day.
alter table staffing.term_agreement
    add open_to date,
    add opened  int not null default 0;
