package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.daywatch.relationships.tips.thread.TipThreads;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Somebody reads everything on the disk after twenty people wrote: rows, PostgreSQL's log, the ring, keys and what the
 * application logged. Neither where they came from is in it, nor what they wrote.
 *
 * <p>A-13, A-16, P-12 of docs/security.
 */
@TipDoorApp
@ExtendWith(OutputCaptureExtension.class)
class TipDoorTracesIT {

    private static final String ADDRESS = "127.45.67.89";
    private static final String FORWARDED = "203.0.113.77";
    private static final String AGENT = "PlantedAgent-4711";

    @Autowired TipDoorLife door;
    @Autowired DoorSchools schools;
    @Autowired RingBeat beat;
    @Autowired TipThreads threads;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    @Value("${daywatch.database.directory}") Path home;
    private PlantedOnDisk disk;
    private Story.Cast cast;
    private String name;

    @BeforeEach
    void aSchool() {
        cast = story.cast();
        disk = new PlantedOnDisk(home);
        name = "Palo Verde School " + cast.suffix();
        DoorVisitor.school(story, db, cast, cast.mesquite(), name);
        schools.refresh();
        DoorVisitor.quarterHourLater(clock, beat);
    }

    @Test
    void aPlantedAddressAndAPlantedBrowserInTwentyTipsAreNowhere(CapturedOutput output) throws Exception {
        var visitor = new DoorVisitor(door.port(), InetAddress.getByName(ADDRESS), AGENT);
        for (int i = 0; i < 20; i++) {
            visitor.get("/en");
            String receipt = visitor.kept(name, "a tip of twenty, " + i, i % 5 == 0 ? "yes" : "no");
            if (i % 4 == 0) visitor.thread(receipt);
            if (i % 7 == 0) visitor.more(receipt, "and more of " + i);
        }
        visitor.thread("0000000000000000");
        visitor.tip("No Such School", "words", "no");
        visitor.get("/" + AGENT);
        DoorVisitor.quarterHourLater(clock, beat);
        assertThat(disk.where(ADDRESS, output)).isEmpty();
        assertThat(disk.where(FORWARDED, output)).isEmpty();
        assertThat(disk.where(AGENT, output)).isEmpty();
    }

    @Test
    void fiftyPhrasesAndTheirAnswersLieOnNoDiskInClear(CapturedOutput output) throws Exception {
        var visitor = new DoorVisitor(door.port());
        var receipts = new ArrayList<String>();
        for (int i = 0; i < 40; i++) receipts.add(visitor.kept(name, "zqphrase told " + i, i % 9 == 0 ? "yes" : "no"));
        for (int i = 0; i < 10; i++) visitor.more(receipts.get(i), "zqphrase added " + i);
        visitor.tip(name, "zqphrase refused " + "x".repeat(5000), "no");
        DoorVisitor.quarterHourLater(clock, beat);
        var district = cast.mesquite();
        story.run(district, () -> {
            var tips = db.select(org.daywatch_db.relationships.Tables.TIP.ID)
                    .from(org.daywatch_db.relationships.Tables.TIP).fetch(0, UUID.class);
            assertThat(tips).hasSize(40);
            tips.forEach(tip -> threads.say(district, tip, Part.COUNSELOR, "zqphrase answered " + tip));
        });
        assertThat(visitor.thread(receipts.getFirst()).body()).contains("zqphrase answered");
        assertThat(disk.where("zqphrase", output)).isEmpty();
        for (var receipt : receipts) assertThat(output.getAll()).doesNotContain(receipt, receipt.replace(" ", ""));
    }

    @Test
    void whoeverLooksSoFindsWhatIsThere(CapturedOutput output) throws Exception {
        LoggerFactory.getLogger(TipDoorTracesIT.class).warn("found-in-log 1");
        disk.superuser("create table if not exists public.planted (said text)");
        disk.superuser("insert into public.planted values ('found-in-database 1')");
        disk.superuser("checkpoint");
        Files.writeString(home.resolve("tip-ring/planted"), "found-in-ring 1");
        try {
            assertThat(disk.where("found-in-log 1", output)).containsExactly("the log");
            assertThat(disk.where("found-in-database 1", output)).anyMatch(file -> file.startsWith("data/base"))
                    .anyMatch(file -> file.startsWith("data/pg_wal"));
            assertThat(disk.where("found-in-ring 1", output)).containsExactly("tip-ring/planted");
        } finally {
            Files.delete(home.resolve("tip-ring/planted"));
            disk.superuser("drop table public.planted");
        }
    }
}
