-- A parent asks the school or district to see, copy or amend the record of a threat assessment of their child (34 CFR 99.10, 99.20). Of the child
-- nothing stands here but the link to the case. Who asks, how that was checked and all that was said lies sealed: by the case's key, and where there is
-- no case by one of the request's own.
create table relationships.records_request (
    district_id uuid not null,
    id          uuid not null,
    school_id   uuid not null,
    case_id     uuid, -- null: there is none on file, and that was the answer
    kind        text not null check (kind in ('INSPECT', 'COPY', 'AMEND')),
    state       text not null check (state in ('RECEIVED', 'IDENTIFIED', 'OFFERED', 'HEARING_OFFERED', 'INSPECTED', 'COPIED', 'AMENDED', 'STATEMENT_PLACED', 'REFUSED', 'WITHDRAWN', 'NONE_ON_FILE')),
    received_on date not null,
    due_on      date not null check (due_on >= received_on),
    ended_on    date,
    told        text not null default 'NOBODY' check (told in ('NOBODY', 'AHEAD', 'DUE')),
    entered_by  uuid not null,
    body        bytea not null,
    version     int not null,
    primary key (district_id, id),
    foreign key (district_id, case_id) references relationships.threat_case (district_id, id) on delete cascade,
    check ((case_id is null) = (state = 'NONE_ON_FILE')),
    check ((ended_on is null) = (state in ('RECEIVED', 'IDENTIFIED', 'OFFERED', 'HEARING_OFFERED')))
);
call platform.protect('relationships.records_request', 'district', 'district_id', null, 'That a parent asked for the record of a threat assessment, by when it is due and how it ended; the agency never sees this table');
create index records_request_case on relationships.records_request (district_id, case_id);
create index records_request_due on relationships.records_request (district_id, due_on) where ended_on is null;

-- While the case is there a request and its answer are: nobody deletes one.
create function relationships.records_requests_stay() returns trigger language plpgsql as $$
begin
    if exists (select from relationships.threat_case c where c.district_id = old.district_id and c.id = old.case_id and c.stage <> 'FADED') then
        raise exception 'a request for a record stays as long as the record';
    end if;
    return old;
end $$;
create trigger records_requests_stay before delete on relationships.records_request for each row execute function relationships.records_requests_stay();

-- 34 CFR 99.10(e): nothing is destroyed while somebody has asked to see it and has no answer.
create function relationships.asked_for_stays() returns trigger language plpgsql as $$
begin
    if (tg_op = 'DELETE' or (new.stage = 'FADED' and old.stage <> 'FADED'))
        and exists (select from relationships.records_request r where r.district_id = old.district_id and r.case_id = old.id and r.ended_on is null) then
        raise exception 'a record that a parent has asked to see stays until they have their answer';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger asked_for_stays before update or delete on relationships.threat_case for each row execute function relationships.asked_for_stays();

insert into directory.program_rule (id, code, scope, value, unit, valid_from, valid_to, source, to_confirm, words) values
('RECORDS-ACCESS', 'RECORDS_ACCESS', 'ALL', 45, 'days', '2000-01-01', null, '34 CFR 99.10(b)', true, 'A parent who asks sees the record within this many days.'),
('RECORDS-AMENDMENT', 'RECORDS_AMENDMENT', 'ALL', 45, 'days', '2000-01-01', null, 'Daywatch proposal; 34 CFR 99.20(b) asks for a reasonable time', true, 'A parent who asks to amend the record has an answer within this many days.'),
('RECORDS-REMINDER', 'RECORDS_REMINDER', 'ALL', 10, 'days', '2000-01-01', null, 'Daywatch proposal', true, 'So many days before it is due, whoever answers a parent’s request is reminded.');

insert into platform.retention_rule (kind, keep_days, valid_from, action, reason, to_confirm) values
('RECORDS_REQUEST', 1096, '2026-01-01', 'DELETE', 'A parent’s request about a student of whom there was no threat assessment: three years. Its key goes with it. Every other one goes with its assessment.', true);
