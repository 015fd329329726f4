package org.daywatch.platform.identity;

import static org.daywatch_db.platform.Tables.MEMBERSHIP;
import static org.daywatch_db.platform.Tables.ORGANIZATION;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch.platform.database.DatabaseRoles;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.OnBehalf;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Agencies, the districts and departments of their programs, and who belongs to them in which role. */
@Component
@Transactional
public class Organizations {

    private final DSLContext db;
    private final Accounts accounts;
    private final Sessions sessions;
    private final OnBehalf onBehalf;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Organizations(DSLContext db, Accounts accounts, Sessions sessions, OnBehalf onBehalf, Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.accounts = accounts;
        this.sessions = sessions;
        this.onBehalf = onBehalf;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    public record Organization(UUID id, String kind, String name, @Nullable String state, @Nullable String externalId,
            @Nullable UUID parent) {}

    /** A new agency founds itself: it is its own first tenant. */
    public UUID foundAgency(String name, String state) {
        UUID id = Ids.next();
        Tenancy.run(Scope.system(id), () -> transaction.executeWithoutResult(t -> foundAgency(id, name, state)));
        return id;
    }

    /** The same in the transaction of whoever is bound to the new agency already. */
    public void foundAgency(UUID id, String name, String state) {
        insert(id, "AGENCY", name, state, null, null);
    }

    /** Finds or creates a district or department of the agency that is bound. */
    public UUID findOrCreate(String kind, String name, @Nullable String state, @Nullable String externalId) {
        UUID agency = Tenancy.tenant();
        var found = db.select(ORGANIZATION.ID).from(ORGANIZATION).where(ORGANIZATION.PARENT_ID.eq(agency))
                .and(ORGANIZATION.KIND.eq(kind))
                .and(externalId != null ? ORGANIZATION.EXTERNAL_ID.eq(externalId) : ORGANIZATION.NAME.eq(name))
                .fetchOptional(ORGANIZATION.ID);
        if (found.isPresent()) return found.get();
        UUID id = Ids.next();
        insert(id, kind, name, state, externalId, agency);
        return id;
    }

    /**
     * Another name, or another number in the registry of its kind, for a district or department of the agency that is
     * bound, or for itself.
     */
    public void rename(UUID id, String name, @Nullable String externalId) {
        db.update(ORGANIZATION).set(ORGANIZATION.NAME, name.strip()).set(ORGANIZATION.EXTERNAL_ID, externalId)
                .where(ORGANIZATION.ID.eq(id)).execute();
    }

    @Transactional(readOnly = true)
    public List<Organization> listOwn(String kind) {
        return db.selectFrom(ORGANIZATION).where(ORGANIZATION.PARENT_ID.eq(Tenancy.tenant()))
                .and(ORGANIZATION.KIND.eq(kind))
                .orderBy(ORGANIZATION.NAME)
                .fetch(r -> new Organization(r.getId(), r.getKind(), r.getName(), r.getState(), r.getExternalId(),
                        r.getParentId()));
    }

    @Transactional(readOnly = true)
    public Optional<Organization> find(UUID id) {
        return db.selectFrom(ORGANIZATION).where(ORGANIZATION.ID.eq(id)).fetchOptional(
                r -> new Organization(r.getId(), r.getKind(), r.getName(), r.getState(), r.getExternalId(),
                        r.getParentId()));
    }

    /** The agency that runs the program a district or a department is in. @throws NotFound where there is none */
    @Transactional(readOnly = true)
    public UUID agencyOf(UUID organization) {
        return find(organization).map(Organization::parent)
                .orElseThrow(() -> new NotFound("the program of " + organization));
    }

    /** The same for whoever acts: at an agency, their own. */
    @Transactional(readOnly = true)
    public UUID agencyOf(Actor actor) {
        return actor.role().organizationKind().equals("DISTRICT") ? agencyOf(actor.tenant()) : actor.tenant();
    }

    /** Makes a person a member of an organization. The caller is bound to that organization, or to its agency. */
    public UUID join(UUID org, String email, String fullName, Role role, @Nullable UUID school) {
        UUID person = accounts.findOrCreate(email, fullName, "en");
        Tenancy.run(Scope.system(org),
                () -> transaction.executeWithoutResult(t -> place(org, person, email, fullName, role, school)));
        return person;
    }

    /** A person who was a member of the organization that is bound takes up their role again. */
    public void rejoin(UUID person, String email, String fullName, Role role) {
        place(Tenancy.tenant(), person, email, fullName, role, null);
    }

    private void place(UUID org, UUID person, String email, String fullName, Role role, @Nullable UUID school) {
        db.insertInto(MEMBERSHIP).set(MEMBERSHIP.ORG_ID, org).set(MEMBERSHIP.PERSON_ID, person)
                .set(MEMBERSHIP.ROLE, role.name()).set(MEMBERSHIP.FULL_NAME, fullName.strip())
                .set(MEMBERSHIP.EMAIL, Accounts.normal(email)).set(MEMBERSHIP.SCHOOL_ID, school)
                .set(MEMBERSHIP.SINCE, clock.instant())
                .onConflict(MEMBERSHIP.ORG_ID, MEMBERSHIP.PERSON_ID, MEMBERSHIP.ROLE).doUpdate()
                .set(MEMBERSHIP.SINCE,
                        DSL.when(MEMBERSHIP.UNTIL.isNotNull(), DSL.val(clock.instant())).otherwise(MEMBERSHIP.SINCE))
                .setNull(MEMBERSHIP.UNTIL).set(MEMBERSHIP.SCHOOL_ID, school).execute();
    }

    /**
     * Ends a person's role in the organization that is bound; their account is their own and stays. Every session of
     * theirs is shut right after the commit: one that acts elsewhere now may have handed out the alert lane's tokens
     * while it acted here.
     */
    public void part(UUID person, Role role) {
        UUID org = Tenancy.tenant();
        db.update(MEMBERSHIP).set(MEMBERSHIP.UNTIL, clock.instant()).where(MEMBERSHIP.ORG_ID.eq(org))
                .and(MEMBERSHIP.PERSON_ID.eq(person)).and(MEMBERSHIP.ROLE.eq(role.name()))
                .and(MEMBERSHIP.UNTIL.isNull()).execute();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                sessions.closeAll(person);
            }
        });
    }

    /** @param role one of their roles there */
    public record Placed(UUID person, String name, Role role) {}

    /**
     * Who has a place at this one school of an organization now, each person once; the caller is bound to it or to its
     * agency.
     */
    @Transactional(readOnly = true)
    public List<Placed> placedAt(UUID org, UUID school) {
        var placed = new LinkedHashMap<UUID, Placed>();
        onBehalf.run(org,
                () -> db.selectFrom(MEMBERSHIP).where(MEMBERSHIP.ORG_ID.eq(org)).and(MEMBERSHIP.SCHOOL_ID.eq(school))
                        .and(MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(clock.instant())))
                        .orderBy(MEMBERSHIP.ROLE, MEMBERSHIP.PERSON_ID)
                        .forEach(m -> placed.putIfAbsent(m.getPersonId(),
                                new Placed(m.getPersonId(), m.getFullName(), Role.valueOf(m.getRole())))));
        return List.copyOf(placed.values());
    }

    /** The same for all schools of an organization at once, by school. */
    @Transactional(readOnly = true)
    public Map<UUID, List<Placed>> placedBySchool(UUID org) {
        var placed = new HashMap<UUID, Map<UUID, Placed>>();
        onBehalf.run(org, () -> {
            try (var rows = db.select(MEMBERSHIP.SCHOOL_ID, MEMBERSHIP.PERSON_ID, MEMBERSHIP.FULL_NAME,
                    MEMBERSHIP.ROLE).from(MEMBERSHIP).where(MEMBERSHIP.ORG_ID.eq(org))
                    .and(MEMBERSHIP.SCHOOL_ID.isNotNull())
                    .and(MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(clock.instant())))
                    .orderBy(MEMBERSHIP.ROLE, MEMBERSHIP.PERSON_ID).fetchSize(1000).fetchLazy()) {
                rows.forEach(m -> placed.computeIfAbsent(m.get(MEMBERSHIP.SCHOOL_ID), s -> new LinkedHashMap<>())
                        .putIfAbsent(m.get(MEMBERSHIP.PERSON_ID),
                                new Placed(m.get(MEMBERSHIP.PERSON_ID), m.get(MEMBERSHIP.FULL_NAME),
                                        Role.valueOf(m.get(MEMBERSHIP.ROLE)))));
            }
        });
        var bySchool = new HashMap<UUID, List<Placed>>();
        placed.forEach((school, people) -> bySchool.put(school, List.copyOf(people.values())));
        return bySchool;
    }

    /** @param school null where the role covers the whole organization */
    public record Held(UUID person, String name, Role role, @Nullable UUID school) {}

    /**
     * The places these people have now in an organization, whatever the state of their accounts; the caller is bound to
     * it or to its agency.
     */
    @Transactional(readOnly = true)
    public List<Held> heldBy(UUID org, Collection<UUID> people) {
        var held = new ArrayList<Held>();
        onBehalf.run(org, () -> db.selectFrom(MEMBERSHIP).where(MEMBERSHIP.ORG_ID.eq(org))
                .and(MEMBERSHIP.PERSON_ID.in(people))
                .and(MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(clock.instant())))
                .forEach(m -> held
                        .add(new Held(m.getPersonId(), m.getFullName(), Role.valueOf(m.getRole()), m.getSchoolId()))));
        return List.copyOf(held);
    }

    /** @param school null where the role covers the whole organization */
    public record Serving(UUID person, String name, Role role, @Nullable UUID school, Instant since) {}

    /**
     * Who has one of these roles in an organization now, each person once, by name; the caller is bound to it or to its
     * agency.
     */
    @Transactional(readOnly = true)
    public List<Serving> serving(UUID org, Collection<Role> roles) {
        var serving = new LinkedHashMap<UUID, Serving>();
        onBehalf.run(org,
                () -> db.selectFrom(MEMBERSHIP).where(MEMBERSHIP.ORG_ID.eq(org))
                        .and(MEMBERSHIP.ROLE.in(roles.stream().map(Role::name).toList()))
                        .and(MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(clock.instant())))
                        .orderBy(MEMBERSHIP.FULL_NAME, MEMBERSHIP.PERSON_ID, MEMBERSHIP.SINCE)
                        .forEach(m -> serving.putIfAbsent(m.getPersonId(), new Serving(m.getPersonId(), m.getFullName(),
                                Role.valueOf(m.getRole()), m.getSchoolId(), m.getSince()))));
        return List.copyOf(serving.values());
    }

    /**
     * Removes a district or department of the agency that is bound. @return what belongs to it; empty when it is gone
     */
    public List<String> removeUnused(UUID id) {
        var uses = new TreeSet<>(uses(id));
        onBehalf.run(id, () -> uses.addAll(uses(id))); // what only the organization itself may see keeps it too
        if (uses.isEmpty()) db.deleteFrom(ORGANIZATION).where(ORGANIZATION.ID.eq(id)).execute();
        return List.copyOf(uses);
    }

    /** Tables with a row of the organization, among those this role may read, in words. */
    private List<String> uses(UUID id) {
        var columns = db.fetch(
                "select quote_ident(table_schema) || '.' || quote_ident(table_name), quote_ident(column_name), table_name"
                        + " from information_schema.columns c join information_schema.tables t using (table_schema, table_name)"
                        + " where t.table_type = 'BASE TABLE' and c.data_type = 'uuid' and table_schema in ('"
                        + String.join("','", DatabaseRoles.ROOMS) + "')"
                        + " and c.column_name in ('district_id', 'department_id', 'primary_department_id', 'org_id', 'tenant_id')"
                        + " and has_table_privilege(quote_ident(table_schema) || '.' || quote_ident(table_name), 'select')");
        if (columns.isEmpty()) return List.of();
        String asked = columns.stream()
                .map(c -> "select '" + c.get(2, String.class) + "' where exists (select from " + c.get(0, String.class)
                        + " where " + c.get(1, String.class) + " = '" + id + "')")
                .collect(Collectors.joining(" union "));
        return db.fetch(asked).getValues(0, String.class).stream().map(table -> table.replace('_', ' ')).toList();
    }

    private void insert(UUID id, String kind, String name, @Nullable String state, @Nullable String externalId,
            @Nullable UUID parent) {
        db.insertInto(ORGANIZATION).set(ORGANIZATION.ID, id).set(ORGANIZATION.KIND, kind)
                .set(ORGANIZATION.NAME, name.strip())
                .set(ORGANIZATION.STATE, state).set(ORGANIZATION.EXTERNAL_ID, externalId)
                .set(ORGANIZATION.PARENT_ID, parent)
                .set(ORGANIZATION.CREATED_AT, clock.instant()).execute();
    }
}
