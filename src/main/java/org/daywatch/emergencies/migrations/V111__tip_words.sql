-- What somebody said, and why the school's leaders decided as they did, stands apart and sealed: the school's, and not a word of it the agency's.
create table emergencies.tip_words (
    district_id uuid not null,
    tip_id      uuid not null,
    agency_id   uuid not null,
    body        bytea not null, -- words, the room that was named, what fitted the school; by the data key
    primary key (district_id, tip_id),
    foreign key (agency_id, tip_id) references emergencies.tip on delete cascade
);
call platform.protect('emergencies.tip_words', 'district', 'district_id', null, 'What somebody outside said about danger at a school, sealed; the agency never sees this table');

create table emergencies.tip_reason (
    district_id uuid not null,
    group_id    uuid not null,
    agency_id   uuid not null,
    body        bytea not null, -- why it was decided so; by the data key
    primary key (district_id, group_id),
    foreign key (agency_id, group_id) references emergencies.tip_group on delete cascade
);
call platform.protect('emergencies.tip_reason', 'district', 'district_id', null, 'Why the school''s leaders decided about tips as they did, sealed; the agency never sees this table');

-- Rows of before are moved when this release starts, each together with its words; from now on nothing is written here that was said.
grant update (words, room, findings) on emergencies.tip to dw_app;
create function emergencies.words_stand_apart() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'tip' then
        if new.words <> '' or new.room <> '' or cardinality(new.findings) > 0 then raise exception 'what was said stands in emergencies.tip_words'; end if;
    elsif coalesce(new.reason, '') <> '' and (tg_op = 'INSERT' or new.reason is distinct from old.reason) then
        raise exception 'why it was decided stands in emergencies.tip_reason';
    end if;
    return new;
end $$;
create trigger words_stand_apart before insert or update on emergencies.tip for each row execute function emergencies.words_stand_apart();
create trigger words_stand_apart before insert or update on emergencies.tip_group for each row execute function emergencies.words_stand_apart();
create index tip_in_clear on emergencies.tip (district_id) where words <> '';
