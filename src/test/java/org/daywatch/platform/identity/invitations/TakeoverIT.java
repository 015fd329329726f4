package org.daywatch.platform.identity.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Guest;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.identity.Accounts;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.tenancy.Scope;
import org.daywatch.platform.tenancy.Tenancy;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Whoever invites never holds a key to somebody else's account. This installation sends no mail, where that is most
 * tempting.
 */
@DaywatchIT
class TakeoverIT {

    private static final String PASSWORD = "a quiet morning at school";
    private static final Pattern KEY = Pattern
            .compile("code=[A-Za-z0-9_-]+|[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");

    @Autowired Story story;
    @Autowired Accounts accounts;
    @Autowired Organizations organizations;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @LocalServerPort int port;

    @Test
    void aDepartmentsAdministratorWhoInvitesTheAgencysCoordinatorIsShownNoKeyToTheAccount() {
        var cast = story.cast();
        try (var chief = signedIn(member(cast.department(), "chief" + cast.suffix(), Role.DEPARTMENT_ADMIN))) {
            for (String by : new String[] {"", "MAIL", "TEXT", "SLIP"}) {
                var answer = chief.post("/users/invitations", "org", cast.department().toString(), "email",
                        accounts.emailOf(cast.coordinator()),
                        "name", "Robin Alder", "role", "DEPARTMENT_SUPERVISOR", "by", by);
                assertThat(answer.body()).as("invited by " + by).doesNotContainPattern(KEY);
            }
        }
    }

    @Test
    void anAgencysAdministratorWhoInvitesADistrictsPrincipalIsShownNoKeyToTheAccount() {
        var cast = story.cast();
        var principal = place(cast.mesquite(), "principal" + cast.suffix(), Role.SAFETY_DIRECTOR);
        try (var admin = signedIn(member(cast.agency(), "admin" + cast.suffix(), Role.AGENCY_ADMIN))) {
            for (String by : new String[] {"", "SLIP"}) {
                var answer = admin.post("/users/invitations", "org", cast.agency().toString(), "email",
                        accounts.emailOf(principal),
                        "name", "Jo Palo", "role", "COORDINATOR", "by", by);
                assertThat(answer.body()).as("invited by " + by).doesNotContainPattern(KEY);
            }
        }
    }

    @Test
    void whoReadsWhatStudentsWroteIsLetInByTheDistrictAndNotByTheAgency() {
        var cast = story.cast();
        String school = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 1, 1).school())
                .toString();
        var counselor = Tenancy.as(Scope.system(cast.mesquite()), () -> organizations.join(cast.mesquite(),
                "there" + cast.suffix() + "@takeover.example", "Dana Reyes", Role.COUNSELOR, UUID.fromString(school)));
        var teacher = Tenancy.as(Scope.system(cast.mesquite()), () -> organizations.join(cast.mesquite(),
                "room" + cast.suffix() + "@takeover.example", "Jo Palo", Role.TEACHER, UUID.fromString(school)));
        String org = cast.mesquite().toString();
        try (var admin = signedIn(member(cast.agency(), "admin" + cast.suffix(), Role.AGENCY_ADMIN));
                var director = signedIn(member(cast.mesquite(), "director" + cast.suffix(), Role.SAFETY_DIRECTOR))) {
            assertThat(admin.get("/users/new?org=" + org).body()).contains("value=\"PRINCIPAL\"",
                    "The district safety director invites counselors")
                    .doesNotContain("value=\"COUNSELOR\"", "value=\"TIP_ANALYST\"", "value=\"RECORDS_KEEPER\"",
                            "value=\"POLICE_RECEIVER\"");
            assertThat(director.get("/users/new").body())
                    .contains("value=\"COUNSELOR\"", "value=\"TIP_ANALYST\"", "value=\"RECORDS_KEEPER\"",
                            "value=\"POLICE_RECEIVER\"")
                    .doesNotContain("The district safety director invites counselors");
            for (var role : List.of(Role.COUNSELOR, Role.TIP_ANALYST, Role.RECORDS_KEEPER, Role.POLICE_RECEIVER)) {
                String at = role.atOneSchool() ? school : "";
                String email = role.name().toLowerCase(java.util.Locale.ROOT) + cast.suffix() + "@takeover.example";
                var refused = admin.post("/users/invitations", "org", org, "email", email, "name", "Ada Cole", "role",
                        role.name(), "school", at, "by", "SLIP");
                assertThat(refused.status()).as(role + " by the agency").isEqualTo(409);
                assertThat(refused.body()).contains("safety director of the district invites them")
                        .doesNotContainPattern(KEY);
                assertThat(admin.post("/users/" + teacher + "/role", "org", org, "before", "TEACHER", "role",
                        role.name(), "school", at).status()).as("made " + role + " by the agency").isEqualTo(409);
                assertThat(director.post("/users/invitations", "org", org, "email", email, "name", "Ada Cole", "role",
                        role.name(), "school", at, "by", "SLIP").body()).as(role + " by the director")
                        .containsPattern(KEY);
            }
            assertThat(admin.get("/users/letting-in?org=" + org).body()).as("no slip for one who is there already")
                    .doesNotContain("there" + cast.suffix());
            assertThat(admin.post("/users/letting-in", "org", org, "who", counselor.toString(), "role", "COUNSELOR",
                    "by", "SLIP", "form", UUID.randomUUID().toString()).body()).doesNotContainPattern(KEY);
            assertThat(admin.post("/users/letting-in", "org", org, "by", "SLIP", "form", UUID.randomUUID().toString())
                    .body()).as("everybody at once")
                    .contains("room" + cast.suffix()).doesNotContain("there" + cast.suffix());
            assertThat(director.get("/users/letting-in").body()).contains("there" + cast.suffix());
        }
    }

    @Test
    void aSlipOpensANewAccountOnceWithTheCodeReadFromPaper() {
        var cast = story.cast();
        String email = "fresh" + cast.suffix() + "@takeover.example";
        try (var admin = signedIn(member(cast.agency(), "admin" + cast.suffix(), Role.AGENCY_ADMIN));
                var fresh = new Guest(port);
                var late = new Guest(port)) {
            String code = slip(admin, cast.agency(), email, "COORDINATOR");
            assertThat(fresh.post("/start", "code", "ACDE-FGHJ-KMNP-QRTU").status()).as("a guess").isEqualTo(400);
            String door = fresh.post("/start", "code", " " + code.toLowerCase(java.util.Locale.ROOT).replace('-', ' '))
                    .location();
            assertThat(fresh.get(door).body()).contains("Cooperative " + cast.suffix(), email);
            assertThat(fresh.post("/invitation", "code", code.replace("-", ""), "password", PASSWORD).location())
                    .isEqualTo("/me");
            assertThat(late.post("/start", "code", code).status()).as("used").isEqualTo(400);
            assertThat(admin.get("/users/letting-in?org=" + cast.agency() + "&state=all").body())
                    .contains("Can sign in");
        }
    }

    @Test
    void aSlipEndsAfterSevenDays() {
        var cast = story.cast();
        try (var admin = signedIn(member(cast.agency(), "admin" + cast.suffix(), Role.AGENCY_ADMIN));
                var fresh = new Guest(port)) {
            String code = slip(admin, cast.agency(), "slow" + cast.suffix() + "@takeover.example", "COORDINATOR");
            clock.move(Duration.ofDays(7).plusMinutes(1));
            assertThat(fresh.post("/start", "code", code).status()).isEqualTo(400);
        }
        try (var admin = signedIn(member(cast.agency(), "next" + cast.suffix(), Role.AGENCY_ADMIN))) {
            assertThat(admin.get("/users/letting-in?org=" + cast.agency()).body()).contains("Never signed in");
        }
    }

    @Test
    void ofTwoOrganizationsThatPrintASlipForOneNewAddressAtTheSameMomentOneIsRefused() throws Exception {
        var cast = story.cast();
        String email = "raced" + cast.suffix() + "@takeover.example";
        try (var admin = signedIn(member(cast.agency(), "admin" + cast.suffix(), Role.AGENCY_ADMIN));
                var chief = signedIn(member(cast.department(), "chief" + cast.suffix(), Role.DEPARTMENT_ADMIN));
                var both = Executors.newFixedThreadPool(2)) {
            var start = new CountDownLatch(1);
            var answers = new ArrayList<Future<Guest.Answer>>();
            answers.add(
                    both.submit(() -> { start.await(); return invite(admin, cast.agency(), email, "COORDINATOR"); }));
            answers.add(both.submit(() -> {
                start.await();
                return invite(chief, cast.department(), email, "DEPARTMENT_SUPERVISOR");
            }));
            start.countDown();
            var keys = new ArrayList<String>();
            for (var answer : answers) {
                var found = KEY.matcher(answer.get().body());
                if (found.find()) keys.add(found.group());
            }
            assertThat(keys).as("slips printed").hasSize(1);
        }
    }

    @Test
    void aSlipSetsNoPasswordOnceAnotherOrganizationKnowsTheAddress() {
        var cast = story.cast();
        String email = "shared" + cast.suffix() + "@takeover.example";
        try (var chief = signedIn(member(cast.department(), "chief" + cast.suffix(), Role.DEPARTMENT_ADMIN));
                var holder = new Guest(port)) {
            String code = slip(chief, cast.department(), email, "DEPARTMENT_SUPERVISOR").replace("-", "");
            Tenancy.run(Scope.system(cast.agency()),
                    () -> organizations.join(cast.agency(), email, "Casey Juniper", Role.AGENCY_ADMIN, null));
            assertThat(holder.get("/invitation?code=" + code).body()).contains("cannot set a password");
            assertThat(holder.post("/invitation", "code", code, "password", PASSWORD).status()).isEqualTo(409);
            assertThat(accounts.findByEmail(email).orElseThrow().password()).isFalse();
        }
    }

    @Test
    void whoeverLeftMayNotBeLetInByASlipAgain() {
        var cast = story.cast();
        var gone = member(cast.department(), "gone" + cast.suffix(), Role.DEPARTMENT_SUPERVISOR);
        try (var chief = signedIn(member(cast.department(), "chief" + cast.suffix(), Role.DEPARTMENT_ADMIN))) {
            chief.post("/users/" + gone + "/departure", "org", cast.department().toString(), "role",
                    "DEPARTMENT_SUPERVISOR");
            assertThat(accounts.find(gone).orElseThrow().password()).isFalse();
            var answer = invite(chief, cast.department(), accounts.emailOf(gone), "DEPARTMENT_SUPERVISOR");
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).doesNotContainPattern(KEY).contains("Email and text messages");
        }
    }

    @Test
    void whoCanSignInFindsTheInvitationInTheAccountAndNeedsNoKey() {
        var cast = story.cast();
        var known = member(cast.department(), "known" + cast.suffix(), Role.DEPARTMENT_SUPERVISOR);
        try (var admin = signedIn(member(cast.agency(), "admin" + cast.suffix(), Role.AGENCY_ADMIN));
                var owner = signedIn(known);
                var other = signedIn(member(cast.agency(), "other" + cast.suffix(), Role.AGENCY_ADMIN))) {
            assertThat(invite(admin, cast.agency(), accounts.emailOf(known), "COORDINATOR").body())
                    .doesNotContainPattern(KEY);
            assertThat(owner.get("/me").body()).contains("You are invited", "Cooperative " + cast.suffix());
            assertThat(other.post("/invitations/acceptance", "org", cast.agency().toString(), "role", "COORDINATOR")
                    .status()).as("somebody else's").isEqualTo(409);
            assertThat(owner.post("/invitations/acceptance", "org", cast.agency().toString(), "role", "COORDINATOR")
                    .location()).isEqualTo("/places");
            assertThat(owner.get("/places").body()).contains("Cooperative " + cast.suffix())
                    .doesNotContain("You are invited");
        }
    }

    @Test
    void aLoneAdministratorCannotMakeAPuppetSecondOneForARecovery() {
        var cast = story.cast();
        var victim = member(cast.agency(), "victim" + cast.suffix(), Role.COORDINATOR);
        var one = member(cast.agency(), "one" + cast.suffix(), Role.AGENCY_ADMIN);
        String org = cast.agency().toString();
        clock.move(Duration.ofDays(31));
        var puppet = member(cast.agency(), "puppet" + cast.suffix(), Role.AGENCY_ADMIN);
        try (var first = signedIn(one); var second = signedIn(puppet)) {
            first.post("/users/" + victim + "/recovery", "org", org, "reason", "lost the phone");
            var found = Pattern.compile("/recovery/([0-9a-f-]{36})/approval")
                    .matcher(second.get("/users/" + victim + "?org=" + org).body());
            assertThat(found.find()).isTrue();
            var refused = second.post("/users/" + victim + "/recovery/" + found.group(1) + "/approval", "org", org);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("30 days");
        }
    }

    @Test
    void aDepartmentsTwoAdministratorsCannotLetThemselvesIntoAnAgencysAccount() {
        var cast = story.cast();
        var coordinator = member(cast.agency(), "both" + cast.suffix(), Role.COORDINATOR);
        place(cast.department(), "both" + cast.suffix(), Role.DEPARTMENT_SUPERVISOR);
        var chief = member(cast.department(), "chief" + cast.suffix(), Role.DEPARTMENT_ADMIN);
        clock.move(Duration.ofDays(31));
        try (var first = signedIn(chief)) {
            var refused = first.post("/users/" + coordinator + "/recovery", "org", cast.department().toString(),
                    "reason", "lost the phone");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body()).contains("also belongs to another organization");
        }
    }

    private String slip(Guest by, UUID org, String email, String role) {
        var found = KEY.matcher(invite(by, org, email, role).body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private Guest.Answer invite(Guest by, UUID org, String email, String role) {
        return by.post("/users/invitations", "org", org.toString(), "email", email, "name", "Jo Palo", "role", role,
                "by", "SLIP");
    }

    private UUID place(UUID org, String name, Role role) {
        return Tenancy.as(Scope.system(org),
                () -> organizations.join(org, name + "@takeover.example", "Casey Juniper", role, null));
    }

    private UUID member(UUID org, String name, Role role) {
        UUID person = place(org, name, role);
        accounts.setPassword(person, PASSWORD);
        return person;
    }

    private Guest signedIn(UUID person) {
        var guest = new Guest(port);
        assertThat(guest.signIn(accounts.emailOf(person), PASSWORD).status()).isEqualTo(302);
        return guest;
    }
}
