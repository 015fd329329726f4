-- When a student and their mentor meet each week, so that their teacher knows, and a lost day is seen.
create table mentoring.meeting_time (
    district_id   uuid not null,
    match_id      uuid not null,
    student_id    uuid not null,
    mentor_person uuid not null,
    weekday       int not null check (weekday between 1 and 7), -- Monday is 1
    begins        time not null,
    ends          time not null check (ends > begins),
    place         text not null check (length(place) between 2 and 200),
    set_on        date not null, -- at the school
    primary key (district_id, match_id),
    foreign key (district_id, match_id, student_id, mentor_person) references mentoring.match (district_id, id, student_id, mentor_person) on delete cascade,
    constraint mentor_one_time exclude using gist (mentor_person with operator(pg_catalog.=), weekday with operator(pg_catalog.=),
        int4range((extract(epoch from begins) / 60)::int, (extract(epoch from ends) / 60)::int) with &&)
);
call platform.protect('mentoring.meeting_time', 'district', 'district_id', null, 'When a student and their mentor meet each week, and where; the agency never sees this table');

-- A day on which they would have met and the mentor is not at school.
create table mentoring.lost_meeting (
    district_id uuid not null,
    match_id    uuid not null,
    day         date not null,
    begins      time not null, -- when it would have been
    lost_at     timestamptz not null,
    back_at     timestamptz check (back_at >= lost_at), -- the mentor is there after all
    student_knows_at timestamptz check (student_knows_at >= lost_at), -- somebody has told the student
    told_by     uuid,
    primary key (district_id, match_id, day),
    foreign key (district_id, match_id) references mentoring.match (district_id, id) on delete cascade,
    check ((student_knows_at is null) = (told_by is null))
);
call platform.protect('mentoring.lost_meeting', 'district', 'district_id', null, 'A day on which a mentor cannot meet their student; the agency never sees this table');

-- A time of a match that is over is nobody's time any more.
create function mentoring.no_time_without_match() returns trigger language plpgsql as $$
begin
    delete from mentoring.meeting_time t where t.district_id = new.district_id and t.match_id = new.id;
    return new;
end $$;
create trigger no_time_without_match after update on mentoring.match for each row
    when (new.stage not in ('MATCHED', 'ACTIVE', 'CLOSING') and old.stage in ('MATCHED', 'ACTIVE', 'CLOSING')) execute function mentoring.no_time_without_match();

create function mentoring.time_is_of_a_match() returns trigger language plpgsql as $$
begin
    perform 1 from mentoring.match m where m.district_id = new.district_id and m.id = new.match_id and m.stage in ('MATCHED', 'ACTIVE', 'CLOSING') for share;
    if not found then
        raise exception 'a meeting time belongs to a match that stands';
    end if;
    return new;
end $$;
create trigger time_is_of_a_match before insert or update on mentoring.meeting_time for each row execute function mentoring.time_is_of_a_match();

-- On which day the mentor was chosen: their papers and the consent are compared with it, not with the day of the referral.
alter table mentoring.match add chosen_on date check (chosen_on >= referred_on);

create or replace function mentoring.match_is_screened() returns trigger language plpgsql as $$
begin
    if new.stage in ('SCREENED', 'MATCHED') and (tg_op = 'INSERT' or new.stage is distinct from old.stage or new.mentor_person is distinct from old.mentor_person) then
        if not exists (select from mentoring.mentor m where m.district_id = new.district_id and m.person_id = new.mentor_person and m.ended_on is null
                and m.screened_until >= coalesce(new.matched_on, new.chosen_on, new.referred_on)) then
            raise exception 'a mentor is screened before they are matched';
        end if;
        if not directory.consent_stands(new.district_id, new.id, coalesce(new.matched_on, new.chosen_on, new.referred_on)) then
            raise exception 'a match needs a consent that stands';
        end if;
    end if;
    return new;
end $$;

-- Whoever has lost a paper meets nobody as a mentor.
create function mentoring.session_mentor_is_screened() returns trigger language plpgsql as $$
begin
    if new.attendance = 'MET' and not exists (select from mentoring.mentor m where m.district_id = new.district_id and m.person_id = new.mentor_person
            and (m.ended_on is null or m.ended_on > new.day) and m.screened_until >= new.day) then
        raise exception 'a mentor who meets a student is screened on that day';
    end if;
    return new;
end $$;
create trigger session_mentor_is_screened before insert on mentoring.mentor_session for each row execute function mentoring.session_mentor_is_screened();
