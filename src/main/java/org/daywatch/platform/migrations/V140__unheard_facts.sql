-- Every few seconds it is asked what no room has taken in; all that was heard stays for a while beside it.
create index event_publication_unheard on platform.event_publication (publication_date) where completion_date is null;
