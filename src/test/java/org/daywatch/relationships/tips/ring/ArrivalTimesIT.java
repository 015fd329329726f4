package org.daywatch.relationships.tips.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.relationships.Tables.TIP;
import static org.daywatch_db.relationships.Tables.TIP_PICTURE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.database.EmbeddedPostgres;
import org.daywatch.relationships.tips.HandedTips;
import org.daywatch.relationships.tips.ring.ObservedRing.Fault;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * Two hundred tips at known moments; somebody copies the ring's folder after every beat, takes its key now and then,
 * and reads rows, the order they lie in, the write-ahead log and the keys of the tips. They learn the quarter hour.
 *
 * <p>A-14 of docs/security.
 */
@DaywatchIT
class ArrivalTimesIT {

    @Autowired HandedTips handed;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Value("${daywatch.database.directory}") Path home;
    @TempDir Path temp;

    @Test
    void nothingOnTheDiskTellsTwoTipsOfAQuarterHourApart() throws Exception {
        var observed = observe(Fault.NONE, 200, 12, Duration.ofSeconds(30));
        assertThat(observed.inOrder).hasSize(200);
        assertThat(observed.pictures).hasSizeGreaterThan(90);
        assertThat(observed.estimator.looks()).isGreaterThan(300);
        assertThat(observed.estimator.tellsApart(observed.buckets())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"SLOTS_AS_THEY_CAME | slot when last seen",
            "ONLY_CHANGED_SLOTS | what changes on the disk", "IDS_BY_TIME | column id",
            "HANDED_AS_THEY_CAME | place in the table; place in the log; file of the key, time; place of the picture",
            "WRITES_WHEN_SOMETHING_CAME | what changes on the disk",
            "CREATED_AT | column created_at"})
    void aCarelessRingIsSeenThrough(Fault fault, String by) throws Exception {
        var observed = observe(fault, 60, 3, Duration.ofMinutes(1));
        assertThat(observed.estimator.tellsApart(observed.buckets())).contains(by.split("; "));
    }

    private ObservedRing observe(Fault fault, int tips, int quarters, Duration tick)
            throws IOException, SQLException {
        var district = story.cast().mesquite();
        var folder = Files.createDirectories(temp.resolve(fault.name()));
        String first = superuser("select pg_walfile_name(pg_current_wal_lsn())");
        var observed = new ObservedRing(folder, fault, district, handed);
        observed.live(tips, quarters, tick, 20261117);
        superuser("select pg_switch_wal()");
        var known = new HashMap<Long, UUID>();
        observed.inOrder.forEach(id -> known.put(id.getMostSignificantBits(), id));
        rows(district, observed);
        pictures(district, observed);
        log(first, known).forEach((id, at) -> observed.estimator.sees("place in the log", id, at));
        keys(district, observed);
        return observed;
    }

    private void rows(UUID district, ObservedRing observed) {
        var place = DSL.field("ctid::text", String.class);
        story.run(district, () -> {
            var rows = db.select(TIP.fields()).select(place, DSL.field("xmin::text::bigint", Long.class).as("xmin"))
                    .from(TIP).where(TIP.DISTRICT_ID.eq(district)).fetch();
            assertThat(rows).hasSize(observed.inOrder.size());
            for (var row : rows) {
                var id = row.get(TIP.ID);
                String[] at = row.get(place).replaceAll("[()]", "").split(",");
                observed.estimator.sees("place in the table", id,
                        Long.parseLong(at[0]) * 10_000 + Long.parseLong(at[1]));
                for (var column : row.fields()) {
                    Object value = row.get(column);
                    if (value instanceof byte[] bytes) value = java.util.HexFormat.of().formatHex(bytes);
                    if (value instanceof UUID uuid) value = uuid.toString();
                    if (value instanceof Comparable<?> comparable)
                        observed.estimator.sees("column " + column.getName(), id, comparable);
                }
            }
        });
    }

    /** Their rows, the order they lie in, and where the database put what is too long for a row. */
    private void pictures(UUID district, ObservedRing observed) {
        var p = TIP_PICTURE;
        story.run(district, () -> {
            var rows = db
                    .select(p.SAID_ID, DSL.field("octet_length(body)", Integer.class).as("length"),
                            DSL.field("ctid::text", String.class)
                                    .as("place"),
                            DSL.field("pg_column_toast_chunk_id(body)::text::bigint", Long.class).as("kept"))
                    .from(p).where(p.DISTRICT_ID.eq(district)).fetch();
            assertThat(rows.map(row -> row.get(p.SAID_ID))).containsExactlyInAnyOrderElementsOf(observed.pictures);
            for (var row : rows) {
                String[] at = row.get("place", String.class).replaceAll("[()]", "").split(",");
                var id = row.get(p.SAID_ID);
                observed.estimator.sees("place of the picture", id,
                        Long.parseLong(at[0]) * 10_000 + Long.parseLong(at[1]));
                observed.estimator.sees("number of the long part", id, row.get("kept", Long.class));
                assertThat(row.get("length", Integer.class)).as("one length").isEqualTo(48536);
            }
        });
    }

    /** Where the number of each tip first stands in PostgreSQL's log. */
    private Map<UUID, Long> log(String first, Map<Long, UUID> known) throws IOException {
        var places = new HashMap<UUID, Long>();
        List<Path> segments;
        try (var files = Files.list(home.resolve("data/pg_wal"))) {
            segments = files.filter(f -> f.getFileName().toString().matches("[0-9A-F]{24}"))
                    .filter(f -> f.getFileName().toString().compareTo(first) >= 0).sorted().toList();
        }
        long before = 0;
        for (var segment : segments) {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(segment));
            for (int at = 0; at + 16 <= bytes.capacity(); at++) {
                var id = known.get(bytes.getLong(at));
                if (id != null && bytes.getLong(at + 8) == id.getLeastSignificantBits())
                    places.putIfAbsent(id, before + at);
            }
            before += bytes.capacity();
        }
        assertThat(places).as("in the log").hasSizeGreaterThanOrEqualTo(known.size() * 9 / 10);
        return places;
    }

    private void keys(UUID district, ObservedRing observed) throws IOException {
        var folder = home.resolve("case-keys").resolve(district.toString());
        for (var id : new ArrayList<>(observed.inOrder)) {
            var file = folder.resolve(id.toString());
            observed.estimator.sees("file of the key, time", id, Files.getLastModifiedTime(file));
            observed.estimator.sees("file of the key, number", id, (Long) Files.getAttribute(file, "unix:ino"));
        }
    }

    private String superuser(String query) throws SQLException, IOException {
        var running = EmbeddedPostgres.running(home).orElseThrow();
        try (var connection = DriverManager.getConnection(running.urlPrefix() + "postgres", "postgres",
                running.secrets().superuser());
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
