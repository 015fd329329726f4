package org.daywatch.platform.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.prevention.Tables.CHECKPOINT;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.securitylog.SecurityLog;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A list of doors is sent through its form, past a scanner.
 *
 * <p>A-22 of docs/security.
 */
@DaywatchIT
class UploadScanIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired SecurityLog security;
    @Autowired Scanner scanner;
    @Autowired DSLContext db;

    private PostedDay day;
    private Visit principal;

    @BeforeEach
    void aPrincipal() {
        clock.setTo(TestClock.START);
        day = new PostedDay(app);
        principal = member(day.cast.mesquite(), "principal", Role.PRINCIPAL, day.school);
    }

    @AfterEach
    void asOthersExpectIt() {
        scanner.change(null);
    }

    @Test
    void whatTheScannerFindsIsRefusedInWordsKeptNowhereAndASecurityEvent() throws IOException {
        try (var fake = FakeClamd.overTcp(Integer.MAX_VALUE, UnaryOperator.identity());
                var clamd = new Clamd(fake.address(), Duration.ofSeconds(30))) {
            scanner.change(clamd);
            long before = events();
            var refused = send("Door 1", FakeClamd.EICAR);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("The virus scanner found something harmful in “doors.csv”.");
            assertThat(doors()).isZero();
            assertThat(events() - before).isOne();
            assertThat(Files.readString(security.file())).contains("\"Eicar-Test-Signature\"");
            assertThat(send("Door 1", "East").statusCode()).isEqualTo(302);
            assertThat(doors()).isOne();
            assertThat(admin().get("/operations").body()).contains("Virus scanner for uploads", ">Answers<");
        }
    }

    @Test
    void whileItIsAwayNothingIsTakenAndThePageSaysSo() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (var clamd = new Clamd(ScannerAddress.of("tcp://127.0.0.1:" + port), Duration.ofSeconds(30))) {
            scanner.change(clamd);
            var refused = send("Door 1", "East");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("The virus scanner does not answer, so the file was not taken.");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(doors()).isZero();
            assertThat(admin().get("/operations").body()).contains("Does not answer: uploads are refused");
        }
    }

    @Test
    void whereNoneIsNamedFilesAreTakenAndOperationsSaysSo() {
        assertThat(send("Door 1", "East").statusCode()).isEqualTo(302);
        assertThat(admin().get("/operations").body()).contains("Virus scanner for uploads", ">None<");
    }

    @Test
    void whoMayNotSendAFileIsRefusedBeforeAnybodyLooksAtIt() throws IOException {
        try (var fake = FakeClamd.overTcp(Integer.MAX_VALUE, UnaryOperator.identity());
                var clamd = new Clamd(fake.address(), Duration.ofSeconds(30))) {
            scanner.change(clamd);
            var officer = member(day.cast.mesquite(), "teacher", Role.TEACHER, day.school);
            assertThat(officer.upload("/checkpoints/file", "doors.csv", FakeClamd.EICAR).statusCode()).isEqualTo(403);
            assertThat(fake.sizes).isEmpty();
        }
    }

    private java.net.http.HttpResponse<String> send(String door, String place) {
        return principal.upload("/checkpoints/file", "file", "doors.csv",
                ("kind,name,place,order,outer,every_days\nDOOR," + door + ",\"" + place + "\",10,yes,\n")
                        .getBytes(StandardCharsets.UTF_8),
                "form",
                Ids.next().toString(), "school", day.school.toString());
    }

    private int doors() {
        return story.as(day.cast.agency(), () -> db.fetchCount(CHECKPOINT, CHECKPOINT.SCHOOL_ID.eq(day.school)));
    }

    private long events() throws IOException {
        return Files.exists(security.file())
                ? Files.readString(security.file()).lines().filter(line -> line.contains("upload_validation")).count()
                : 0;
    }

    private Visit admin() {
        return member(day.cast.agency(), "admin" + Ids.next(), Role.AGENCY_ADMIN, null);
    }

    private Visit member(UUID org, String name, Role role, @org.jspecify.annotations.Nullable UUID school) {
        UUID person = story.as(org, () -> organizations.join(org, name + day.cast.suffix() + "@story.example",
                "Robin Sage", role, school));
        return visitor.signedIn(person, org, role);
    }
}
