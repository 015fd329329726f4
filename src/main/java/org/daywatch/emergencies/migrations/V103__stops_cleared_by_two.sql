-- A stopped card goes on by the word of somebody who was named for it before the emergency began, or of two people.

-- Who may let a stopped card go on alone: named by another, ended with a reason, never changed.
create table emergencies.release_approver (
    district_id uuid not null,
    id          uuid not null,
    school_id   uuid not null,
    person_id   uuid not null,
    name        text not null,
    named_at    timestamptz not null,
    named_by    uuid not null,
    named_by_name text not null,
    ended_at    timestamptz check (ended_at >= named_at),
    ended_by    uuid,
    primary key (district_id, id),
    constraint nobody_names_themselves check (named_by <> person_id),
    check ((ended_at is null) = (ended_by is null))
);
call platform.protect('emergencies.release_approver', 'district', 'district_id', null, 'Who may let a stopped card of a reunification go on alone, from when to when');
create unique index release_approver_once on emergencies.release_approver (district_id, school_id, person_id) where ended_at is null;

-- Who said first that a stopped card may go on; the second is another person.
alter table emergencies.pickup add column asked_by uuid;
alter table emergencies.pickup add column asked_name text not null default '';
alter table emergencies.pickup add constraint asked_while_stopped check (asked_by is null or state = 'STOPPED');

create function emergencies.a_stop_is_not_cleared_alone() returns trigger language plpgsql as $$
begin
    if new.first_checker is null then raise exception 'nobody says that card % goes on', new.card; end if;
    if old.asked_by is not null and old.asked_by <> new.first_checker then return new; end if;
    if exists (select 1 from emergencies.release_approver a
            join emergencies.reunification r on r.district_id = new.district_id and r.id = new.reunification_id
            left join emergencies.alert e on e.id = r.alert_id
            where a.district_id = new.district_id and a.school_id = r.school_id and a.person_id = new.first_checker and a.ended_at is null
                and a.named_at < least(r.begun_at, e.raised_at)) then return new; end if;
    raise exception 'a stop is not cleared alone: card %', new.card;
end $$;
create trigger a_stop_is_not_cleared_alone before update on emergencies.pickup for each row
    when (old.state = 'STOPPED' and new.state not in ('STOPPED', 'PRIVATE_ROOM', 'CLOSED')) execute function emergencies.a_stop_is_not_cleared_alone();
