package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A-05, crossing from one tenant to another by id: every address that takes an id is asked, as each role of one agency,
 * for every id that exists in another. The answer is never a page, and the same as for an id that exists nowhere.
 * Routes are taken from the application and ids from the database's catalog, so that a new feature is tried without
 * anybody adding it here. In the short form every id is asked for by one role of each kind of organization that may ask
 * there, what is bound being the organization; every other role asks each address for one of them, in turn.
 *
 * <p>P-10 of docs/security.
 */
@DaywatchIT
class TenantCrossingIT {

    private static final boolean LONG = Boolean.getBoolean("daywatch.long");

    @Autowired Story story;
    @Autowired Organizations organizations;
    @Autowired Accounts accounts;
    @Autowired Sessions sessions;
    @Autowired DSLContext db;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints;
    @LocalServerPort int port;

    @Test
    void noAddressShowsWhatBelongsToAnotherTenant() {
        var mine = story.cast();
        var theirs = story.cast();
        var ids = idsOf(theirs);
        assertThat(ids).as("ids of the other tenant").hasSizeGreaterThan(3);
        var addresses = addressesWithIds();
        assertThat(addresses).as("addresses that take an id").isNotEmpty();
        var crossed = new ArrayList<String>();
        var tried = new TreeMap<String, Integer>();
        var asked = new TreeSet<String>();
        int turn = 0;
        for (var member : members(mine).entrySet()) {
            try (var guest = new Guest(port)) {
                guest.carry("daywatch_session", member.getValue());
                for (var address : addresses) {
                    int unknown = guest.get(address.replaceAll("\\{[^}]+}", UUID.randomUUID().toString())).status();
                    boolean every = LONG
                            || unknown != 403 && asked.add(member.getKey().organizationKind() + " " + address);
                    for (var id : every ? ids : List.of(ids.get(turn++ % ids.size()))) {
                        var answer = guest.get(address.replaceAll("\\{[^}]+}", id.toString()));
                        tried.merge(address, 1, Integer::sum);
                        // Refused, and in the way an id that exists nowhere is refused: the answer does not even say that it exists.
                        boolean away = answer.status() >= 400 && answer.status() < 500 && answer.status() == unknown;
                        if (!away) crossed.add(member.getKey() + " " + address + " " + id + " -> " + answer.status());
                    }
                }
            }
        }
        assertThat(tried.values()).as("addresses asked for every id").filteredOn(times -> times >= ids.size())
                .hasSizeGreaterThan(addresses.size() * 9 / 10);
        Offenders.none("A row of one tenant was reached by another: look at the policy of its table.", crossed);
    }

    /** Someone in every role, with a fresh proof of who they are, so that only the tenant stands in the way. */
    private Map<Role, String> members(Story.Cast cast) {
        var tokens = new LinkedHashMap<Role, String>();
        for (var role : Role.values()) {
            UUID org = switch (role.organizationKind()) {
                case "DISTRICT" -> cast.mesquite();
                case "DEPARTMENT" -> cast.department();
                default -> cast.agency();
            };
            UUID person = Tenancy.as(Scope.system(cast.agency()),
                    () -> organizations.join(org, role.name().toLowerCase() + cast.suffix() + "@crossing.example",
                            "Kim Crossing", role, null));
            String token = sessions.open(person, Sessions.PASSKEY, "test");
            sessions.actFor(token, org, role);
            tokens.put(role, token);
        }
        return tokens;
    }

    private List<String> addressesWithIds() {
        return endpoints.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getName().startsWith("org.daywatch."))
                .filter(e -> !AnnotatedElementUtils.hasAnnotation(e.getValue().getMethod(), Open.class)) // PermissionsIT lists those by name
                .filter(e -> e.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(e -> e.getKey().getPatternValues().stream()).filter(a -> a.contains("{")).distinct().sorted()
                .toList();
    }

    /** One id of every table in which the other tenant has rows, and of its people and organizations. */
    private List<UUID> idsOf(Story.Cast cast) {
        return story.as(cast.agency(), () -> {
            var found = new ArrayList<UUID>(
                    List.of(cast.agency(), cast.mesquite(), cast.department(), cast.coordinator()));
            var tables = db
                    .fetch("""
                    select c.table_schema || '.' || c.table_name, substring(obj_description((c.table_schema || '.' || c.table_name)::regclass) from 'owner=([a-z_]+)')
                    from information_schema.columns c where c.table_schema in ('platform', 'directory', 'staffing', 'planning', 'relationships', 'mentoring', 'emergencies', 'training', 'prevention', 'restorative', 'transparency', 'billing') and c.column_name = 'id' and c.data_type = 'uuid'
                      and obj_description((c.table_schema || '.' || c.table_name)::regclass) ~ '^kind=(shared|agency|district|tenant) '""");
            for (var table : tables) {
                db.fetch("select id from " + table.get(0) + " where " + table.get(1) + " = ? limit 2", cast.agency())
                        .forEach(r -> found.add(r.get(0, UUID.class)));
            }
            return found;
        });
    }
}
