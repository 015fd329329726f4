-- Whose clock quiet hours follow is chosen, or the agency's.
alter table platform.notification_choice alter column zone drop default;
