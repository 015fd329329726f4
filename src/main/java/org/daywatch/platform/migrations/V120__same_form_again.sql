-- Which form came, as one figure over what stood in it, and where its answer led: the very same form gets the same answer and does nothing again.
alter table platform.submitted_form add column sent text;
alter table platform.submitted_form add column answer text;
