package org.daywatch.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Guest;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.platform.identity.Needs;
import org.daywatch.platform.identity.Open;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.identity.Sessions;
import org.daywatch.platform.identity.security.PermissionCheck;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whoever takes a list along as a file has proved within ten minutes who they are, and takes so many a day and no more
 * unless somebody else allows it. Handlers are taken from the application: a new one is tried without anybody adding it
 * here.
 *
 * <p>A-08, P-16 of docs/security.
 */
@DaywatchIT
class ExportsIT {

    private static final Duration STALE = Duration.ofMinutes(11);
    private static final int A_DAY = 100;

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired Sessions sessions;
    @Autowired DSLContext db;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints;
    @LocalServerPort int port;
    private Story.Cast cast;

    @BeforeEach
    void anAgency() {
        clock.setTo(TestClock.START);
        cast = story.cast();
    }

    @Test
    void everyExportAsksForAProofOfTheLastTenMinutes() {
        var open = new TreeSet<String>();
        var exports = exports();
        assertThat(exports).as("exports").hasSizeGreaterThan(80);
        exports.forEach((address, needs) -> {
            try (var guest = new Guest(port)) {
                guest.carry("daywatch_session", of(needs));
                clock.move(STALE);
                String to = guest.get(address).location();
                if (!to.startsWith("/sign-in/again?to=")) open.add(address + " leads to “" + to + "”");
                clock.setTo(TestClock.START);
            }
        });
        Offenders.none("Let it be asked for at an address that ends in .csv or .zip, or say stepUp = true.", open);
    }

    @Test
    void aLinkOnAnotherSiteTakesNothingAlongHoweverFreshTheProof() {
        var open = new TreeSet<String>();
        exports().forEach((address, needs) -> {
            try (var guest = new Guest(port)) {
                guest.carry("daywatch_session", of(needs));
                String to = guest.follow(address, "cross-site").location();
                if (!to.startsWith("/sign-in/again?to=")) open.add(address + " leads to “" + to + "”");
            }
        });
        Offenders.none("Let PermissionCheck know the address as an export's.", open);
    }

    @Test
    void onePersonTakesSoManyADayAndMoreOnlyWhenSomebodyElseAllowsIt() {
        var kit = member("kit", Role.AGENCY_ADMIN);
        var lee = member("lee", Role.AGENCY_ADMIN);
        var own = visitor.signedIn(kit, cast.agency(), Role.AGENCY_ADMIN);
        var other = visitor.signedIn(lee, cast.agency(), Role.AGENCY_ADMIN);
        for (int i = 0; i < A_DAY; i++) assertThat(own.get("/users.csv").statusCode()).as("file " + i).isEqualTo(200);
        assertThat(own.get("/schools.csv?q=a").statusCode()).as("one more").isEqualTo(409);
        assertThat(own.get("/users.csv").body()).contains("100 files today", "My account, Downloads");
        assertThat(other.get("/users.csv").statusCode()).as("another person").isEqualTo(200);
        assertThat(own.get("/users").statusCode()).as("reading goes on").isEqualTo(200);

        assertThat(own.post("/exports", "reason", "why").body()).contains("in 10 to 300 characters", "value=\"why\"");
        assertThat(own.post("/exports", "reason", "Auditors come tomorrow").statusCode()).isEqualTo(302);
        assertThat(other.get("/inbox").body()).as("who may allow it is told")
                .contains("Kit kit asks to download more lists today", "Auditors come tomorrow");
        assertThat(own.get("/inbox").body()).as("and not who asked").doesNotContain("asks to download more lists");
        own.post("/exports", "reason", "Auditors come tomorrow, really");
        assertThat(story.as(cast.agency(), () -> db.fetchCount(OUTBOUND_MESSAGE,
                OUTBOUND_MESSAGE.TOPIC.eq("MORE_EXPORTS")))).as("told once a question").isOne();
        var page = other.get("/exports").body();
        assertThat(page).contains("Auditors come tomorrow", "1 of 100");
        var allow = page.replaceAll("(?s).*action=\"(/exports/[0-9a-f-]{36}/permission)\".*", "$1");
        assertThat(own.get("/exports").body()).as("nobody allows it to themselves").doesNotContain(allow);
        own.post(allow);
        assertThat(own.get("/users.csv").statusCode()).isEqualTo(409);
        assertThat(visitor.signedIn(cast.coordinator(), cast.agency(), Role.COORDINATOR).post(allow).statusCode())
                .as("somebody who manages no users").isEqualTo(403);
        var stranger = story.cast();
        assertThat(visitor.signedIn(story.as(stranger.agency(), () -> organizations.join(stranger.agency(),
                "far" + stranger.suffix() + "@export.example", "Kim Far", Role.AGENCY_ADMIN, null)), stranger.agency(),
                Role.AGENCY_ADMIN).post(allow).statusCode()).as("another agency").isEqualTo(404);
        assertThat(other.post(allow).statusCode()).isEqualTo(302);
        assertThat(own.get("/users.csv").statusCode()).as("allowed").isEqualTo(200);
        assertThat(own.get("/exports").body()).contains("101 of 200", "Allowed by Kit lee");
        assertThat(own.get("/inbox").body()).contains("You can download more lists today");
        clock.move(Duration.ofDays(1));
        assertThat(own.get("/exports").body()).as("the next day").contains("0 of 100");
    }

    private UUID member(String name, Role role) {
        return story.as(cast.agency(), () -> organizations.join(cast.agency(),
                name + cast.suffix() + "@export.example", "Kit " + name, role, null));
    }

    /** A session of somebody whom the handler would answer. */
    private String of(Optional<Needs> needs) {
        var role = Arrays.stream(Role.values()).filter(r -> needs.isEmpty()
                || Arrays.stream(needs.get().value()).anyMatch(r.defaults()::contains)).findFirst().orElseThrow();
        UUID org = switch (role.organizationKind()) {
            case "DISTRICT" -> cast.mesquite();
            case "DEPARTMENT" -> cast.department();
            default -> cast.agency();
        };
        UUID person = story.as(cast.agency(), () -> organizations.join(org,
                role.name().toLowerCase() + cast.suffix() + "@export.example", "Kim " + role, role, null));
        String token = sessions.open(person, Sessions.PASSKEY, "test");
        sessions.actFor(token, org, role);
        return token;
    }

    private Map<String, Optional<Needs>> exports() {
        var found = new LinkedHashMap<String, Optional<Needs>>();
        endpoints.getHandlerMethods().forEach((mapping, method) -> {
            if (!mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET) || open(method)) return;
            mapping.getPatternValues().stream().filter(a -> PermissionCheck.EXPORT.matcher(a).matches()).forEach(
                    a -> found.put(a.replaceAll("\\{[^}]+}", UUID.randomUUID().toString()), needs(method)));
        });
        return found;
    }

    private static boolean open(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), Open.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Open.class);
    }

    private static Optional<Needs> needs(HandlerMethod method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
        return Optional.ofNullable(own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class));
    }
}
