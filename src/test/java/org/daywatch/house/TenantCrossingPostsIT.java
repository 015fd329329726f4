package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.daywatch._story.AllTables;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Guest;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Crossing from one tenant to another with what is posted: every handler that takes a post to an address with an id is
 * asked, by each role of one agency that may post there, with every id that exists in another and with those ids in its
 * fields. The answer is the same as for an id that exists nowhere, and not one row of the other agency is another
 * afterward. Handlers are taken from the application: a new one is tried without anybody adding it here.
 *
 * <p>A-05, P-10 of docs/security.
 */
@DaywatchIT
class TenantCrossingPostsIT {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String ID = "\\{[^}]+}";

    /** Fields of handlers that read a form by names of their own. */
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("reason", "A few words of a reason"),
            Map.entry("why", "A few words of a reason"), Map.entry("words", "A few words"), Map.entry("note", "A word"),
            Map.entry("name", "Kit Alder"), Map.entry("title", "A title"), Map.entry("email", "kit@crossing.example"),
            Map.entry("day", "2026-08-20"), Map.entry("from", "2026-08-20"), Map.entry("to", "2026-08-21"),
            Map.entry("firstDay", "2026-08-20"), Map.entry("lastDay", "2026-08-21"), Map.entry("start", "09:00"),
            Map.entry("end", "10:00"), Map.entry("version", "1"), Map.entry("place", "Gym"), Map.entry("number", "1"));

    /** In the short form one role of each kind of organization that may: what is bound is the organization. */
    private static final boolean LONG = Boolean.getBoolean("daywatch.long");

    @Autowired ApplicationContext app;
    @Autowired Environment environment;
    @Autowired Story story;
    @Autowired Organizations organizations;
    @Autowired Sessions sessions;
    @Autowired DSLContext db;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints;
    @LocalServerPort int port;

    private record Target(String address, HandlerMethod method) {}

    private AllTables tables;

    @BeforeEach
    void readsPastRowSecurity() {
        tables = AllTables.over(Path.of(environment.getRequiredProperty("daywatch.database.directory")));
    }

    @AfterEach
    void thatEnds() throws SQLException {
        tables.close();
    }

    @Test
    void noPostChangesWhatBelongsToAnotherTenant() throws SQLException {
        var mine = story.cast();
        var day = new PostedDay(app);
        day.officer("Dana Vega");
        day.post(java.time.Instant.parse("2026-08-18T14:10:00Z"));
        var theirs = day.cast;
        var ids = ids(theirs);
        assertThat(ids).as("ids of the other tenant").hasSizeGreaterThan(8);
        var targets = targets();
        assertThat(targets).as("handlers that take a post to an id").hasSizeGreaterThan(200);
        var before = rows(theirs);
        var crossed = new TreeSet<String>();
        var reached = new TreeSet<String>();
        var kinds = new TreeSet<String>();
        int tried = 0;
        for (var role : members(mine).entrySet()) {
            try (var guest = new Guest(port)) {
                guest.carry("daywatch_session", role.getValue());
                String token = token(guest);
                for (var target : targets) {
                    if (!may(role.getKey(), target.method())) continue;
                    if (!kinds.add(role.getKey().organizationKind() + target.address()) && !LONG) continue;
                    int unknown = post(guest, token, target, UUID.randomUUID());
                    if (unknown == 401) throw new AssertionError("the session of " + role.getKey() + " has ended");
                    reached.add(target.address());
                    for (var id : ids) {
                        int status = post(guest, token, target, id);
                        tried++;
                        if (status != unknown || status >= 500)
                            crossed.add(role.getKey() + " " + target.address() + " " + id + ": " + status
                                    + ", for an id that is nowhere " + unknown);
                    }
                }
            }
        }
        assertThat(reached).as("handlers that somebody may post to").hasSizeGreaterThan(targets.size() * 9 / 10);
        assertThat(tried).isGreaterThan(3000);
        AllTables.changed(before, rows(theirs)).forEach(table -> crossed.add("changed " + table));
        Offenders.none("A row of one tenant was reached by another: ask whose it is before anything else.", crossed);
    }

    private int post(Guest guest, String token, Target target, UUID id) {
        var fields = new ArrayList<String>();
        for (var parameter : target.method().getMethodParameters()) {
            if (!parameter.hasParameterAnnotation(RequestParam.class)) continue;
            if (Map.class.isAssignableFrom(parameter.getParameterType())) WORDS.forEach((name, word) -> {
                fields.add(name);
                fields.add(word);
            });
            else {
                fields.add(named(parameter));
                fields.add(value(parameter, id));
            }
        }
        if (!fields.contains("form")) fields.addAll(List.of("form", UUID.randomUUID().toString()));
        return guest.postWith(token, target.address().replaceAll(ID, id.toString()), fields.toArray(String[]::new))
                .status();
    }

    private static String value(MethodParameter parameter, UUID id) {
        var type = parameter.getParameterType();
        String name = named(parameter);
        if (name.equals("form")) return UUID.randomUUID().toString();
        if (type == UUID.class || type == List.class) return id.toString();
        if (type.isEnum()) return ((Enum<?>) type.getEnumConstants()[0]).name();
        if (type == boolean.class) return "true";
        return type == int.class || type == long.class ? "1" : WORDS.getOrDefault(name, "A few words of a reason");
    }

    private static String named(MethodParameter parameter) {
        String said = parameter.getParameterAnnotation(RequestParam.class).value();
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        return said.isEmpty() ? String.valueOf(parameter.getParameterName()) : said;
    }

    private static String token(Guest guest) {
        var found = TOKEN.matcher(guest.get("/me").body());
        if (!found.find()) throw new AssertionError("no form on the own page");
        return found.group(1);
    }

    private List<Target> targets() {
        return endpoints.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getName().startsWith("org.daywatch."))
                .filter(e -> !AnnotatedElementUtils.hasAnnotation(e.getValue().getMethod(), Open.class)
                        && !AnnotatedElementUtils.hasAnnotation(e.getValue().getBeanType(), Open.class)) // PermissionsIT lists those by name
                .filter(e -> e.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(e -> e.getKey().getPatternValues().stream().map(a -> new Target(a, e.getValue())))
                .filter(target -> target.address().contains("{"))
                .sorted(java.util.Comparator.comparing(Target::address)).toList();
    }

    private static boolean may(Role role, HandlerMethod method) {
        var needs = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
        if (needs == null) needs = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class);
        return needs == null || Arrays.stream(needs.value()).anyMatch(role.defaults()::contains);
    }

    /** Someone in every role, with a fresh proof of who they are, so that only the tenant stands in the way. */
    private Map<Role, String> members(Story.Cast cast) {
        var tokens = new EnumMap<Role, String>(Role.class);
        for (var role : Role.values()) {
            UUID org = switch (role.organizationKind()) {
                case "DISTRICT" -> cast.mesquite();
                case "DEPARTMENT" -> cast.department();
                default -> cast.agency();
            };
            UUID person = story.as(cast.agency(), () -> organizations.join(org,
                    role.name().toLowerCase() + cast.suffix() + "@crossing.example", "Kim Crossing", role, null));
            String token = sessions.open(person, Sessions.PASSKEY, "test");
            sessions.actFor(token, org, role);
            tokens.put(role, token);
        }
        return tokens;
    }

    /** One id of every table in which the other tenant has rows, and of its people and organizations. */
    private List<UUID> ids(Story.Cast cast) throws SQLException {
        var found = new ArrayList<UUID>(List.of(cast.agency(), cast.mesquite(), cast.coordinator()));
        for (var table : owned().entrySet()) {
            if (!hasId(table.getKey())) continue;
            tables.column("select id from " + table.getKey() + " where " + table.getValue() + " in " + orgs(cast)
                    + " limit 1").forEach(id -> found.add(UUID.fromString(id)));
        }
        return found.stream().distinct().toList();
    }

    private boolean hasId(String table) throws SQLException {
        return !tables.column("select 1 from information_schema.columns where table_schema || '.' || table_name = '"
                + table + "' and column_name = 'id' and data_type = 'uuid'").isEmpty();
    }

    /** Of every table, what the other tenant has in it. */
    private Map<String, String> rows(Story.Cast cast) throws SQLException {
        var rows = new TreeMap<String, String>();
        for (var table : owned().entrySet())
            rows.put(table.getKey(), tables.column(
                    "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') from "
                            + table.getKey() + " t where " + table.getValue() + " in " + orgs(cast))
                    .getFirst());
        return rows;
    }

    private static String orgs(Story.Cast cast) {
        return java.util.stream.Stream.of(cast.agency(), cast.mesquite(), cast.department())
                .map(org -> "'" + org + "'").collect(Collectors.joining(", ", "(", ")"));
    }

    /** Every table that says whose its rows are, with the column that says it. */
    private Map<String, String> owned() throws SQLException {
        var owned = new TreeMap<String, String>();
        tables.column("""
                select n.nspname || '.' || c.relname || ' ' || substring(obj_description(c.oid) from 'owner=([a-z_]+)')
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and obj_description(c.oid) ~ '^kind=(shared|agency|district|tenant) '""")
                .forEach(row -> owned.put(row.split(" ")[0], row.split(" ")[1]));
        assertThat(owned).hasSizeGreaterThan(150);
        return owned;
    }
}
