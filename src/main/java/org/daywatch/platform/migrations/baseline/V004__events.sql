-- Facts on their way to whoever listens, forms that were already submitted, and settings of the installation.

-- Facts to other rooms (Spring Modulith's publication table), and messages to people -----------------------------
create table platform.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz,
    -- Why a room did not take in a fact, in the words of what went wrong the last time; empty where it was never told, or nobody lived to say.
    reason                 text
);
call platform.exempt('platform.event_publication', 'The relay of facts between rooms. Written in the fact''s own transaction; each listener binds the tenant named in the fact before it touches a row.');
grant select, insert, update, delete on platform.event_publication to dw_app;
-- Every few seconds it is asked what no room has taken in; all that was heard stays for a while beside it.
create index event_publication_unheard on platform.event_publication (publication_date) where completion_date is null;

-- What open screens wait for: a doorbell with a number, read again by screens that come back.
create table platform.live_event (
    tenant_id uuid not null,
    id        bigint generated always as identity,
    topic     text not null,
    payload   text not null default '',
    at        timestamptz not null default now(),
    primary key (tenant_id, id)
);
call platform.protect('platform.live_event', 'tenant', 'tenant_id', null, 'Something an open screen should fetch again, in order, for resuming by id');
create index live_event_at on platform.live_event (tenant_id, at);

-- Posts from a browser carry a form id, so a double click is one command.
create table platform.submitted_form (
    tenant_id uuid not null,
    form_id   uuid not null,
    at        timestamptz not null default now(),
    primary key (tenant_id, form_id)
);
call platform.protect('platform.submitted_form', 'tenant', 'tenant_id', null, 'Forms already acted upon');
grant delete on platform.submitted_form, platform.live_event to dw_app;

create table platform.setting (
    name  text primary key,
    value text not null
);
call platform.exempt('platform.setting', 'Facts of the installation: when the last backup was taken, which release wrote the data.');
grant select, insert, update on platform.setting to dw_app;
