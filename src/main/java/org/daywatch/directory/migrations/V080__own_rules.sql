-- What an agency agrees for itself, beside the rules that come with the installation: a confirmed number, another margin, a
-- district's own grace. A rule is never edited. It is followed by another one, or taken back with a reason from a day on.
create table directory.own_rule (
    agency_id    uuid not null,
    id           uuid not null,
    code         text not null,
    scope        text not null,
    value        numeric not null check (value >= 0),
    unit         text not null,
    valid_from   date not null,
    valid_to     date,
    source       text not null check (length(source) between 3 and 300),
    to_confirm   boolean not null,
    words        text not null,
    set_by       uuid,
    set_at       timestamptz not null,
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    withdrawn_reason text,
    primary key (agency_id, id),
    check ((withdrawn_at is null) = (withdrawn_reason is null)),
    check (valid_to is null or valid_to >= valid_from or withdrawn_at is not null)
);
create unique index own_rule_once on directory.own_rule (agency_id, code, scope, valid_from) where withdrawn_at is null;
-- Its districts and departments are judged by it and must be able to read it; a margin in minutes is no secret.
call platform.protect('directory.own_rule', 'public', 'agency_id', null, 'A program rule an agency set for itself; read by its districts and departments, written by it alone');
