-- Which sessions were closed lately is asked every second by the alert lane.
create index session_revoked on platform.session (revoked_at) where revoked_at is not null;
