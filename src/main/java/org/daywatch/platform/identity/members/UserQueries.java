package org.daywatch.platform.identity.members;

import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.daywatch.platform.errors.NotFound;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Organizations.Organization;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.daywatch.platform.web.kit.Paging;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who belongs to an organization. An agency also looks after the people of the districts and departments of its
 * program; their rows are read bound to that organization, one at a time.
 */
@Component
public class UserQueries {

    public static final Map<String, Field<?>> SORTS = Map.of("name", MEMBERSHIP.FULL_NAME, "email", MEMBERSHIP.EMAIL,
            "role", MEMBERSHIP.ROLE,
            "since", MEMBERSHIP.SINCE);

    private final DSLContext db;
    private final Organizations organizations;
    private final TransactionTemplate reading;

    UserQueries(DSLContext db, Organizations organizations, PlatformTransactionManager transactions) {
        this.db = db;
        this.organizations = organizations;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    public record Member(UUID org, UUID person, String name, String email, Role role, @Nullable UUID school,
            Instant since, @Nullable Instant until) {

        /** They have not left one of the places. */
        public static boolean anyNow(List<Member> places) {
            return places.stream().anyMatch(place -> place.until == null);
        }
    }

    /** The actor's own organization first, then those of their program. */
    public List<Organization> organizations(Actor actor) {
        var all = new ArrayList<Organization>();
        organizations.find(actor.tenant()).ifPresent(all::add);
        if (actor.role().organizationKind().equals("AGENCY")) {
            all.addAll(organizations.listOwn("DISTRICT"));
            all.addAll(organizations.listOwn("DEPARTMENT"));
        }
        return all;
    }

    /** @throws NotFound for an organization whose people are not their to look after */
    public Organization organization(Actor actor, @Nullable UUID org) {
        return organizations(actor).stream().filter(o -> o.id().equals(org == null ? actor.tenant() : org)).findFirst()
                .orElseThrow(() -> new NotFound("organization " + org));
    }

    public int count(Actor actor, UUID org, Paging paging) {
        return bound(actor, org, () -> db.fetchCount(MEMBERSHIP, matching(org, paging)));
    }

    public List<Member> list(Actor actor, UUID org, Paging paging) {
        return bound(actor, org,
                () -> db.selectFrom(MEMBERSHIP).where(matching(org, paging))
                        .orderBy(order(paging), MEMBERSHIP.PERSON_ID, MEMBERSHIP.ROLE)
                        .limit(paging.size()).offset(paging.offset()).fetch(UserQueries::member));
    }

    public Stream<Member> all(Actor actor, UUID org, Paging paging) {
        return bound(actor, org,
                () -> db.selectFrom(MEMBERSHIP).where(matching(org, paging))
                        .orderBy(order(paging), MEMBERSHIP.PERSON_ID, MEMBERSHIP.ROLE)
                        .fetch(UserQueries::member))
                .stream();
    }

    /** Who has a place there now, each once. */
    public List<UUID> people(Actor actor, UUID org) {
        return bound(actor, org, () -> db.selectDistinct(MEMBERSHIP.PERSON_ID).from(MEMBERSHIP)
                .where(MEMBERSHIP.ORG_ID.eq(org)).and(MEMBERSHIP.UNTIL.isNull()).fetch(MEMBERSHIP.PERSON_ID));
    }

    public List<Member> places(Actor actor, UUID org, UUID person) {
        var found = bound(actor, org,
                () -> db.selectFrom(MEMBERSHIP).where(MEMBERSHIP.ORG_ID.eq(org)).and(MEMBERSHIP.PERSON_ID.eq(person))
                        .orderBy(MEMBERSHIP.UNTIL.asc().nullsFirst(), MEMBERSHIP.ROLE).fetch(UserQueries::member));
        if (found.isEmpty()) throw new NotFound("member " + person);
        return found;
    }

    public <R> R bound(Actor actor, UUID org, java.util.function.Supplier<R> work) {
        return Tenancy.as(new Scope(org, actor.person()), () -> reading.execute(t -> work.get()));
    }

    private static Condition matching(UUID org, Paging paging) {
        Condition condition = MEMBERSHIP.ORG_ID.eq(org);
        String q = paging.filter("q");
        if (!q.isEmpty())
            condition = condition
                    .and(MEMBERSHIP.FULL_NAME.containsIgnoreCase(q).or(MEMBERSHIP.EMAIL.containsIgnoreCase(q)));
        String role = paging.filter("role");
        if (!role.isEmpty()) condition = condition.and(MEMBERSHIP.ROLE.eq(role));
        return switch (paging.filter("state")) {
            case "ended" -> condition.and(MEMBERSHIP.UNTIL.isNotNull());
            case "all" -> condition;
            default -> condition.and(MEMBERSHIP.UNTIL.isNull());
        };
    }

    private static SortField<?> order(Paging paging) {
        var field = SORTS.getOrDefault(paging.sort(), MEMBERSHIP.FULL_NAME);
        Field<?> key = field.getType() == String.class ? DSL.lower(field.cast(String.class)) : field;
        return paging.descending() ? key.desc() : key.asc();
    }

    private static Member member(org.daywatch_db.platform.tables.records.MembershipRecord r) {
        return new Member(r.getOrgId(), r.getPersonId(), r.getFullName(), r.getEmail(), Role.valueOf(r.getRole()),
                r.getSchoolId(), r.getSince(), r.getUntil());
    }
}
