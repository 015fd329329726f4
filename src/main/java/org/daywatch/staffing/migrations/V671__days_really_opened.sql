-- Officers are told the first and the last day of the posts that were opened, not the span that was asked for.

alter table staffing.post_job
    add opened      int not null default 0,
    add opened_from date,
    add opened_to   date,
    add constraint post_job_opened_days check ((opened = 0) = (opened_from is null) and (opened = 0) = (opened_to is null));
alter table staffing.term_agreement
    add opened_from date,
    add opened_to   date;
