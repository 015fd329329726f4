package org.daywatch.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch.platform.audit.AuditFault.Kind.CUT;
import static org.daywatch.platform.audit.AuditFault.Kind.EDITED;
import static org.daywatch.platform.audit.AuditFault.Kind.HEAD;
import static org.daywatch.platform.audit.AuditFault.Kind.MISSING;
import static org.daywatch.platform.audit.AuditFault.Kind.MOVED;
import static org.daywatch.platform.audit.AuditFault.Kind.REWRITTEN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * Tampers with chains as somebody who owns the database would, and expects every single act to be named. The hash is
 * computed here a second time, in SQL, from the description in docs/formats/audit-verify.md.
 *
 * <p>A-37, P-11 of docs/security.
 */
@DaywatchIT
class AuditVerificationIT {

    private static final int LINES = 9;
    private static final String HASH = """
            sha256(int4send(36) || convert_to(tenant_id::text, 'UTF8') || int8send(seq)
              || %s || %s || %s || %s || %s || %s || %s || %s || prev_hash
              || case when run_id is null then ''::bytea else %s || %s || int8send(steady_us) end)""".formatted(
            time("at"), text("coalesce(person_id::text, 'null')"), text("role"),
            text("capacity"), text("coalesce(session_id::text, 'null')"), text("action"), text("subject"),
            text("detail"), time("database_at"), text("run_id::text"));

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired AuditLog audit;
    @Autowired AuditVerification verification;
    @Value("${daywatch.database.directory}") Path home;

    private static String time(String column) {
        return "int8send(floor(extract(epoch from " + column + "))::bigint) || int4send((extract(microseconds from "
                + column + ")::bigint % 1000000)::int)";
    }

    private static String text(String column) {
        return "int4send(octet_length(convert_to(" + column + ", 'UTF8'))) || convert_to(" + column + ", 'UTF8')";
    }

    /** @param sql what the intruder does; ? is the tenant */
    private record Act(String name, AuditFault.Kind kind, long seq, String column, String... sql) {}

    private static List<Act> acts() {
        var acts = new ArrayList<Act>();
        String line5 = " where tenant_id = ? and seq = 5";
        Map.of("at", "at + interval '1 microsecond'", "person_id", "gen_random_uuid()", "role", "'OFFICER'", "capacity",
                "'PEACE_OFFICER'",
                "session_id", "gen_random_uuid()", "action", "action || ' '", "subject", "upper(subject)", "detail",
                "replace(detail, '5', '6')", "run_id", "gen_random_uuid()",
                "steady_us", "steady_us + 1")
                .forEach((column, value) -> acts.add(new Act("edits " + column, EDITED, 5, column,
                        "update platform.audit_line set " + column + " = " + value + line5)));
        acts.add(new Act("sets the database's clock back", EDITED, 5, "database_at",
                "update platform.audit_line set database_at = database_at - interval '1 microsecond'" + line5));
        acts.add(new Act("takes the other clocks out, as if the line were old", EDITED, 5, "steady_us",
                "update platform.audit_line set database_at = null, run_id = null, steady_us = null" + line5));
        acts.add(new Act("edits prev_hash", EDITED, 5, "prev_hash",
                "update platform.audit_line set prev_hash = sha256('x')" + line5));
        acts.add(new Act("edits hash", EDITED, 5, "hash", "update platform.audit_line set hash = sha256('x')" + line5));
        acts.add(new Act("edits the hash of the last line", EDITED, LINES, "hash",
                "update platform.audit_line set hash = sha256('x') where tenant_id = ? and seq = " + LINES));
        acts.add(new Act("renumbers a line", MOVED, 500, "seq", "update platform.audit_line set seq = 500" + line5));
        acts.add(new Act("gives a line to another tenant", MISSING, 5, "",
                "update platform.audit_line set tenant_id = gen_random_uuid()" + line5));
        acts.add(new Act("deletes the first", MISSING, 1, "",
                "delete from platform.audit_line where tenant_id = ? and seq = 1"));
        acts.add(new Act("deletes one in the middle", MISSING, 5, "", "delete from platform.audit_line" + line5));
        acts.add(new Act("deletes the last", MISSING, LINES, "",
                "delete from platform.audit_line where tenant_id = ? and seq = " + LINES));
        acts.add(new Act("deletes three", MISSING, 4, "",
                "delete from platform.audit_line where tenant_id = ? and seq between 4 and 6"));
        acts.add(new Act("deletes all lines", MISSING, 1, "", "delete from platform.audit_line where tenant_id = ?"));
        acts.add(new Act("swaps two", MOVED, 3, "seq",
                "update platform.audit_line set seq = -3 where tenant_id = ? and seq = 3",
                "update platform.audit_line set seq = 3 where tenant_id = ? and seq = 7",
                "update platform.audit_line set seq = 7 where tenant_id = ? and seq = -3"));
        acts.add(new Act("swaps two neighbors", MOVED, 5, "seq",
                "update platform.audit_line set seq = -5 where tenant_id = ? and seq = 5",
                "update platform.audit_line set seq = 5 where tenant_id = ? and seq = 6",
                "update platform.audit_line set seq = 6 where tenant_id = ? and seq = -5"));
        acts.add(new Act("edits the head's hash", HEAD, LINES, "hash",
                "update platform.audit_head set hash = sha256('x') where tenant_id = ?"));
        acts.add(new Act("edits the head's number", HEAD, LINES, "seq",
                "update platform.audit_head set seq = 7 where tenant_id = ?"));
        acts.add(new Act("deletes the head", HEAD, LINES, "", "delete from platform.audit_head where tenant_id = ?"));
        acts.add(new Act("edits a line and hashes it anew", EDITED, 5, "hash",
                "update platform.audit_line set subject = 'nothing'" + line5,
                "update platform.audit_line set hash = " + HASH + line5));
        acts.add(new Act("cuts the tail and mends the head", CUT, 8, "",
                "delete from platform.audit_line where tenant_id = ? and seq > 7",
                "update platform.audit_head set seq = 7, hash = (select hash from platform.audit_line l where l.tenant_id = audit_head.tenant_id and l.seq = 7) where tenant_id = ?"));
        acts.add(new Act("deletes the whole chain with its head", CUT, 1, "",
                "delete from platform.audit_line where tenant_id = ?",
                "delete from platform.audit_head where tenant_id = ?"));
        acts.add(new Act("edits a line and rebuilds the chain to its end", REWRITTEN, 1, "", rebuilt()));
        return acts;
    }

    private static String[] rebuilt() {
        return rebuilt(5, "update platform.audit_line set subject = 'nothing' where tenant_id = ? and seq = 5");
    }

    /** @param act what is done to the line before the chain is hashed anew from it */
    private static String[] rebuilt(int from, String act) {
        var sql = new ArrayList<String>(act.isEmpty() ? List.of() : List.of(act));
        for (int seq = from; seq <= LINES; seq++) {
            if (seq > from)
                sql.add("update platform.audit_line set prev_hash = (select hash from platform.audit_line p where p.tenant_id = audit_line.tenant_id and p.seq = "
                        + (seq - 1) + ") where tenant_id = ? and seq = " + seq);
            sql.add("update platform.audit_line set hash = " + HASH + " where tenant_id = ? and seq = " + seq);
        }
        sql.add("update platform.audit_head set hash = (select hash from platform.audit_line l where l.tenant_id = audit_head.tenant_id and l.seq = "
                + LINES + ") where tenant_id = ?");
        return sql.toArray(String[]::new);
    }

    @Test
    void everyActOfTamperingIsNamedWithItsLineAndColumn() throws Exception {
        UUID tenant = chain();
        verification.checkpoint();
        assertThat(faults(tenant)).isEmpty();
        int planted = 0;
        try (var intruder = superuser()) {
            for (var act : acts()) {
                keep(intruder, tenant);
                int changed = 0;
                for (String sql : act.sql()) changed += run(intruder, sql, tenant);
                assertThat(changed).as(act.name() + " changed something").isPositive();
                var found = faults(tenant);
                assertThat(found).as(act.name()).anySatisfy(fault -> {
                    assertThat(fault.kind()).isEqualTo(act.kind());
                    assertThat(fault.seq()).isEqualTo(act.seq());
                    assertThat(fault.column()).contains(act.column());
                });
                assertThat(found).as(act.name() + " is not called many things").hasSizeLessThanOrEqualTo(2);
                restore(intruder, tenant);
                assertThat(faults(tenant)).as("after undoing: " + act.name()).isEmpty();
                planted++;
            }
        }
        assertThat(planted).isEqualTo(31);
    }

    @Test
    void theDescribedHashIsTheHashThatIsWritten() throws Exception {
        UUID tenant = chain();
        try (var reader = superuser();
                var statement = reader.prepareStatement("select count(*), count(*) filter (where hash = " + HASH
                        + ") from platform.audit_line where tenant_id = ?")) {
            statement.setObject(1, tenant);
            var row = statement.executeQuery();
            row.next();
            assertThat(row.getInt(1)).isEqualTo(LINES);
            assertThat(row.getInt(2)).isEqualTo(LINES);
        }
    }

    @Test
    void linesOfReleasesThatKeptOneClockAreFollowedByLinesWithTwoAndNeitherCanBeChanged() throws Exception {
        UUID tenant = chain();
        try (var release = superuser()) {
            run(release,
                    "update platform.audit_line set database_at = null, run_id = null, steady_us = null where tenant_id = ? and seq <= 6",
                    tenant);
            for (String sql : rebuilt(1, "")) run(release, sql, tenant);
            story.run(tenant, () -> audit.act("Counted", "thing 10", Map.of()));
            verification.checkpoint();
            assertThat(faults(tenant)).isEmpty();
            run(release,
                    "update platform.audit_line set database_at = at, run_id = gen_random_uuid(), steady_us = 7 where tenant_id = ? and seq = 3",
                    tenant);
            assertThat(faults(tenant)).singleElement().satisfies(fault -> assertThat(fault.seq()).isEqualTo(3));
            run(release,
                    "update platform.audit_line set database_at = null, run_id = null, steady_us = null where tenant_id = ? and seq = 3",
                    tenant);
            assertThat(faults(tenant)).isEmpty();
        }
    }

    @Test
    void aLineSaysWhatTheDatabasesClockSaidAndHowMuchTimePassedSinceTheLineBefore() throws Exception {
        UUID tenant = chain();
        story.run(tenant, () -> audit.act("Counted", "before the clock was set", Map.of()));
        clock.move(Duration.ofDays(-1));
        Thread.sleep(50);
        story.run(tenant, () -> audit.act("Counted", "after the clock was set", Map.of()));
        try (var reader = superuser();
                var statement = reader.prepareStatement(
                        """
                select a.at - b.at, a.run_id = b.run_id, a.steady_us - b.steady_us, abs(extract(epoch from clock_timestamp() - a.database_at)) < 60, a.database_at > b.database_at
                from platform.audit_line a join platform.audit_line b on b.tenant_id = a.tenant_id and b.seq = a.seq - 1 where a.tenant_id = ? and a.subject = 'after the clock was set'""")) {
            statement.setObject(1, tenant);
            var row = statement.executeQuery();
            row.next();
            assertThat(row.getString(1)).as("by the time of day").isEqualTo("-1 days");
            assertThat(row.getBoolean(2)).as("written by the same run").isTrue();
            assertThat(row.getLong(3)).as("microseconds by the clock nobody sets").isBetween(50_000L, 30_000_000L);
            assertThat(row.getBoolean(4)).as("the database says what time it is").isTrue();
            assertThat(row.getBoolean(5)).isTrue();
        }
        assertThat(faults(tenant)).isEmpty();
    }

    @Test
    void linesAfterTheLastCheckpointAreReportedAsNotYetProtected() {
        UUID tenant = chain();
        assertThat(chainOf(tenant).notYetProtected()).isEqualTo(LINES);
        verification.checkpoint();
        assertThat(chainOf(tenant).notYetProtected()).isZero();
        story.run(tenant, () -> audit.act("Counted", "thing 1", Map.of()));
        assertThat(chainOf(tenant).notYetProtected()).isOne();
        assertThat(chainOf(tenant).provenThrough()).isEqualTo(LINES);
    }

    @Test
    void theKeyLiesOutsideTheDatabaseAndOnlyItsOwnerReadsIt() throws Exception {
        chain();
        verification.checkpoint();
        var key = verification.checkpoints().resolveSibling("key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        assertThat(key.startsWith(home.resolve("data"))).isFalse();
    }

    private UUID chain() {
        UUID tenant = story.cast().agency();
        long before = chainOf(tenant).lines();
        for (long n = before + 1; n <= LINES; n++) {
            long number = n;
            story.run(tenant, () -> audit.act("Counted", "thing " + number, Map.of("number", number, "note", "así")));
        }
        return tenant;
    }

    private List<AuditFault> faults(UUID tenant) {
        return verification.verify(tenant).faults().stream().filter(f -> f.tenant().equals(tenant)).toList();
    }

    private AuditVerification.Chain chainOf(UUID tenant) {
        return verification.verify(tenant).chains().getFirst();
    }

    private Connection superuser() throws Exception {
        var running = EmbeddedPostgres.running(home).orElseThrow();
        return DriverManager.getConnection(running.urlPrefix() + "daywatch", "postgres", running.secrets().superuser());
    }

    private static void keep(Connection connection, UUID tenant) throws Exception {
        run(connection, "drop table if exists pg_temp.kept_line, pg_temp.kept_head", null);
        run(connection,
                "create temp table kept_line as select * from platform.audit_line where tenant_id = '" + tenant + "'",
                null);
        run(connection,
                "create temp table kept_head as select * from platform.audit_head where tenant_id = '" + tenant + "'",
                null);
    }

    private static void restore(Connection connection, UUID tenant) throws Exception {
        run(connection,
                "delete from platform.audit_line where tenant_id = ? or tenant_id not in (select id from platform.organization)",
                tenant);
        run(connection, "delete from platform.audit_head where tenant_id = ?", tenant);
        run(connection, "insert into platform.audit_line select * from kept_line", null);
        run(connection, "insert into platform.audit_head select * from kept_head", null);
    }

    private static int run(Connection connection, String sql, UUID tenant) throws Exception {
        try (var statement = connection.prepareStatement(sql)) {
            if (tenant != null) statement.setObject(1, tenant);
            return statement.executeUpdate();
        }
    }
}
