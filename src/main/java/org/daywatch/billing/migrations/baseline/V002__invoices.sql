-- The last number an agency gave out. A sequence of PostgreSQL would leave a gap wherever a transaction fails; a row that is locked until the
-- invoice is committed leaves none.
create table billing.invoice_series (
    agency_id   uuid primary key,
    last_number int not null check (last_number >= 0)
);
call platform.protect('billing.invoice_series', 'agency', 'agency_id', null, 'The last number given to an invoice or credit note of an agency');

create table billing.invoice_run (
    agency_id    uuid not null,
    id           uuid not null,
    month        date not null check (extract(day from month) = 1), -- its first day
    started_at   timestamptz not null,
    started_by   uuid,
    started_name text not null,
    finished_at  timestamptz, -- null while a district is still to come
    primary key (agency_id, id)
);
call platform.protect('billing.invoice_run', 'agency', 'agency_id', null, 'A month''s shifts turned into invoices, one district after the other');
create unique index one_run_at_a_time on billing.invoice_run (agency_id) where finished_at is null;

create table billing.run_part (
    agency_id     uuid not null,
    run_id        uuid not null,
    district_id   uuid not null,
    district_name text not null,
    state         text not null check (state in ('PENDING', 'ISSUED', 'WAITING', 'NOTHING')),
    invoice_id    uuid,
    without_rate  int not null default 0 check (without_rate >= 0), -- shifts for which no rate card was in force: the invoice waits
    done_at       timestamptz,
    primary key (agency_id, run_id, district_id),
    foreign key (agency_id, run_id) references billing.invoice_run,
    check ((state = 'ISSUED') = (invoice_id is not null)),
    check ((state = 'WAITING') = (without_rate > 0)),
    check ((state = 'PENDING') = (done_at is null))
);
call platform.protect('billing.run_part', 'agency', 'agency_id', null, 'What an invoice run makes of one district');

create table billing.invoice (
    agency_id     uuid not null,
    id            uuid not null,
    district_id   uuid not null,
    district_name text not null,
    number        int not null check (number >= 1), -- one series for invoices and credit notes
    kind          text not null check (kind in ('INVOICE', 'CREDIT')),
    run_id        uuid, -- of an invoice
    credits       uuid, -- of a credit note: the invoice it takes back as a whole
    month         date not null check (extract(day from month) = 1),
    reason        text not null default '', -- of a credit note
    shifts        int not null, -- below zero on a credit note, as the next two
    minutes       bigint not null, -- billed
    cents         bigint not null, -- USD cents
    issued_at     timestamptz not null,
    issued_by     uuid,
    issued_name   text not null,
    seal          bytea not null check (length(seal) = 32), -- SHA-256 of head and lines; told to the audit chain too
    primary key (agency_id, id),
    unique (agency_id, number),
    unique (agency_id, credits),
    unique (agency_id, run_id, district_id),
    foreign key (agency_id, run_id) references billing.invoice_run,
    foreign key (agency_id, credits) references billing.invoice,
    check ((kind = 'INVOICE') = (run_id is not null)),
    check ((kind = 'CREDIT') = (credits is not null)),
    check (kind = 'INVOICE' or length(reason) between 5 and 300),
    check (kind = 'INVOICE' and shifts > 0 and minutes > 0 and cents > 0 or kind = 'CREDIT' and shifts < 0 and minutes < 0 and cents < 0)
);
call platform.protect('billing.invoice', 'shared', 'agency_id', 'district_id', 'What a district owes for the shifts of a month, or a note that takes it back; never changed');
call platform.append_only('billing.invoice');
create policy written_by_the_agency on billing.invoice as restrictive for insert to dw_app with check (agency_id = (select platform.current_tenant()));
create index invoice_district on billing.invoice (district_id, issued_at);
-- The series has neither gap nor repeat: whatever is issued follows the last one.
create function billing.follows_the_last() returns trigger language plpgsql as $$
declare
    last int := coalesce((select max(number) from billing.invoice where agency_id = new.agency_id), 0);
begin
    if new.number <> last + 1 then raise exception 'number % does not follow %', new.number, last; end if;
    return new;
end $$;
create trigger invoice_follows_the_last before insert on billing.invoice for each row execute function billing.follows_the_last();
-- At the end of the transaction an invoice is the sum of its lines and each of its shifts stands on it; what a credit note takes back stands nowhere.
create function billing.whole() returns trigger language plpgsql as $$
declare
    due_shifts bigint;
    due_minutes bigint;
    due_cents bigint;
    standing bigint := (select count(*) from billing.billed_shift where agency_id = new.agency_id and invoice_id = coalesce(new.credits, new.id));
begin
    if new.kind = 'CREDIT' then
        select -shifts, -minutes, -cents into due_shifts, due_minutes, due_cents from billing.invoice
            where agency_id = new.agency_id and id = new.credits and kind = 'INVOICE' and district_id = new.district_id;
        if standing <> 0 then raise exception 'invoice % is taken back and % of its shifts still stand on it', new.credits, standing; end if;
    else
        select count(*), sum(billed_minutes), sum(cents) into due_shifts, due_minutes, due_cents from billing.invoice_line
            where agency_id = new.agency_id and invoice_id = new.id and district_id = new.district_id;
        if standing <> new.shifts then raise exception '% of % shifts stand on invoice %', standing, new.shifts, new.id; end if;
    end if;
    if (new.shifts::bigint, new.minutes, new.cents) is distinct from (due_shifts, due_minutes, due_cents) then
        raise exception 'invoice % is not the sum of its lines', new.id;
    end if;
    return null;
end $$;
create constraint trigger invoice_is_whole after insert on billing.invoice deferrable initially deferred for each row execute function billing.whole();

create table billing.invoice_line (
    agency_id       uuid not null,
    invoice_id      uuid not null,
    line            int not null check (line >= 1),
    district_id     uuid not null,
    shift_id        uuid not null,
    school_id       uuid not null,
    school_name     text not null,
    officer_name    text not null,
    person_id       uuid not null, -- the officer's account
    day             date not null, -- on which the shift began, by the school's clock
    role            text not null check (role in ('SRO', 'SSO', 'JPO')),
    payable_minutes int not null check (payable_minutes > 0), -- scheduled and proven, rounded as the department's rule says
    least_minutes   int not null check (least_minutes >= 0),
    billed_minutes  int not null check (billed_minutes = greatest(payable_minutes, least_minutes)),
    cents_per_hour  int not null check (cents_per_hour > 0),
    cents           bigint not null check (cents = (billed_minutes::bigint * cents_per_hour + 30) / 60), -- rounded half up, line by line
    rate_card_id    uuid not null,
    primary key (agency_id, invoice_id, line),
    unique (agency_id, invoice_id, shift_id),
    foreign key (agency_id, invoice_id) references billing.invoice,
    foreign key (agency_id, rate_card_id) references billing.rate_card
);
call platform.protect('billing.invoice_line', 'shared', 'agency_id', 'district_id', 'One shift on an invoice: minutes, rate, cents, and the rate card that says so; never changed');
call platform.append_only('billing.invoice_line');
create policy written_by_the_agency on billing.invoice_line as restrictive for insert to dw_app with check (agency_id = (select platform.current_tenant()));
create index invoice_line_person on billing.invoice_line (agency_id, person_id);
-- Lines come with their invoice or never.
create function billing.lines_come_with_their_invoice() returns trigger language plpgsql as $$
begin
    if exists (select 1 from added a left join billing.invoice i on i.agency_id = a.agency_id and i.id = a.invoice_id
               where i.xmin is distinct from pg_current_xact_id()::xid) then
        raise exception 'a line was added to an invoice that was issued before';
    end if;
    return null;
end $$;
create trigger invoice_line_comes_with_its_invoice after insert on billing.invoice_line
    referencing new table as added for each statement execute function billing.lines_come_with_their_invoice();

-- On which standing invoice a shift is. A credit note takes the row away, and the shift is free for the next run.
create table billing.billed_shift (
    agency_id  uuid not null,
    shift_id   uuid not null,
    invoice_id uuid not null,
    primary key (agency_id, shift_id),
    foreign key (agency_id, invoice_id, shift_id) references billing.invoice_line (agency_id, invoice_id, shift_id)
);
call platform.protect('billing.billed_shift', 'agency', 'agency_id', null, 'The one standing invoice a shift is on');
revoke update on billing.billed_shift from dw_app;
create index billed_shift_invoice on billing.billed_shift (agency_id, invoice_id);
-- A shift leaves its invoice with a credit note or not at all.
create function billing.freed_by_a_credit_note() returns trigger language plpgsql as $$
begin
    if exists (select 1 from billing.invoice where agency_id = old.agency_id and credits = old.invoice_id) then return old; end if;
    raise exception 'shift % stands on invoice %, which no credit note takes back', old.shift_id, old.invoice_id;
end $$;
create trigger billed_shift_freed_by_a_credit_note before delete on billing.billed_shift for each row execute function billing.freed_by_a_credit_note();
