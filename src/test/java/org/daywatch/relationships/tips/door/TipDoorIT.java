package org.daywatch.relationships.tips.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.daywatch_db.relationships.Tables.TIP;
import static org.daywatch_db.relationships.Tables.TIP_MESSAGE;
import static org.daywatch_db.relationships.Tables.TIP_OPENING;
import static org.daywatch_db.relationships.Tables.TIP_RECEIPT;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.access.CaseReader.Part;
import org.daywatch.platform.casekeys.Shredding;
import org.daywatch.relationships.tips.ring.Arrival;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.daywatch.relationships.tips.thread.TipContent;
import org.daywatch.relationships.tips.thread.TipThread;
import org.daywatch.relationships.tips.thread.TipThreads;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * At 22:10 a fourteen-year-old on a borrowed phone says what frightens her, keeps a receipt and comes back.
 *
 * <p>A-20 of docs/security.
 */
@TipDoorApp
class TipDoorIT {

    @Autowired TipDoorLife door;
    @Autowired DoorSchools schools;
    @Autowired RingBeat beat;
    @Autowired TipThreads threads;
    @Autowired Shredding shredding;
    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired TestClock clock;
    private DoorVisitor visitor;
    private UUID district;
    private UUID school;
    private String name;
    private Story.Cast cast;

    @BeforeEach
    void aSchool() {
        cast = story.cast();
        district = cast.mesquite();
        name = "Quail Run School " + cast.suffix();
        school = DoorVisitor.school(story, db, cast, district, name);
        schools.refresh();
        visitor = new DoorVisitor(door.port());
        DoorVisitor.quarterHourLater(clock, beat);
    }

    @Test
    void aTipIsKeptReadAnsweredAndAnsweredAgain() {
        long began = System.nanoTime();
        String receipt = visitor.kept(name, "There is a gun in a locker in hall B.", "no");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(DoorVisitor.GUARD);
        assertThat(receipt).matches("[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}");
        assertThat(visitor.thread(receipt).body()).contains("It can be read when this quarter hour is over")
                .doesNotContain("hall B");
        story.run(district, () -> assertThat(db.fetchCount(TIP)).as("before the quarter hour is over").isZero());
        visitor.more(receipt, "It is locker 114.");
        DoorVisitor.quarterHourLater(clock, beat);
        var tip = story.as(district, () -> db.selectFrom(TIP).fetchSingle());
        assertThat(tip.getSchoolId()).isEqualTo(school);
        assertThat(tip.getDay()).isEqualTo(LocalDate.now(clock.withZone(ZoneId.of("America/Phoenix"))));
        assertThat(visitor.thread(receipt).body()).contains("Nobody has opened it yet", "There is no answer yet");

        story.run(district, () -> {
            threads.opened(district, tip.getId(), Part.TIP_ANALYST);
            threads.opened(district, tip.getId(), Part.PRINCIPAL);
            threads.opened(district, tip.getId(), Part.PRINCIPAL);
            threads.say(district, tip.getId(), Part.COUNSELOR, "Thank you.\nAre you safe now?");
        });
        var read = visitor.thread(receipt.replace(" ", "-")).body();
        assertThat(read).contains("Somebody who reads tips", "The principal", "A counselor, ",
                "Thank you.\nAre you safe now?").doesNotContain("Nobody has opened", "gun", "locker");

        assertThat(visitor.more(receipt, "Yes. I am at home.").body()).contains("We have your words");
        DoorVisitor.quarterHourLater(clock, beat);
        var thread = story.as(district, () -> threads.of(district, tip.getId()));
        assertThat(thread.words()).isEqualTo("There is a gun in a locker in hall B.");
        assertThat(thread.messages()).extracting(TipThread.Message::words).containsExactly("It is locker 114.",
                "Thank you.\nAre you safe now?", "Yes. I am at home.");
        assertThat(thread.messages()).extracting(m -> m.role().isEmpty()).containsExactly(true, false, true);
        assertThat(visitor.thread(receipt).body()).contains("You added words 2 times");
        story.run(cast.agency(), () -> assertThat(List.of(db.fetchCount(TIP), db.fetchCount(TIP_MESSAGE),
                db.fetchCount(TIP_OPENING))).as("what the agency sees").containsOnly(0));
    }

    @Test
    void wrongClosedExpiredAndShreddedReceiptsAnswerWithTheSameBytesAndWork() {
        var receipts = new HashMap<String, String>();
        for (var kind : List.of("closed", "expired", "shredded", "right"))
            receipts.put(kind, visitor.kept(name, kind, "no"));
        DoorVisitor.quarterHourLater(clock, beat);
        var tips = tips();
        story.run(district, () -> {
            threads.close(district, tips.get("closed"));
            assertThat(threads.of(district, tips.get("closed")).hasReceipt()).isFalse();
            shredding.shred(district, tips.get("shredded"));
            shredding.shred(district, tips.get("expired"));
            db.deleteFrom(TIP).where(TIP.ID.eq(tips.get("expired"))).execute(); // as its keeper does
        });
        assertThat(db.fetchExists(TIP_RECEIPT, TIP_RECEIPT.TIP_ID.eq(tips.get("expired")))).isFalse();
        assertThat(db.fetchExists(TIP_RECEIPT, TIP_RECEIPT.TIP_ID.eq(tips.get("shredded")))).isTrue();
        receipts.put("wrong", "0000 0000 0000 0000");
        assertThat(visitor.thread(receipts.remove("right")).statusCode()).isEqualTo(200);

        var bodies = new HashMap<String, String>();
        var millis = new HashMap<String, List<Long>>();
        for (int round = 0; round < 9; round++)
            receipts.forEach((kind, receipt) -> {
                long began = System.nanoTime();
                var answer = visitor.thread(receipt);
                millis.computeIfAbsent(kind, k -> new ArrayList<>()).add((System.nanoTime() - began) / 1_000_000);
                bodies.put(kind, answer.statusCode() + answer.headers().map().toString() + answer.body());
            });
        assertThat(bodies).hasSize(4);
        assertThat(bodies.values()).containsOnly(bodies.get("wrong"));
        assertThat(bodies.get("wrong")).startsWith("404").contains("We found nothing");
        var middle = millis.values().stream().map(all -> all.stream().sorted().toList().get(4)).sorted().toList();
        assertThat(middle.getFirst()).as("milliseconds by kind: " + millis).isGreaterThanOrEqualTo(60);
        assertThat(middle.getLast()).as("milliseconds by kind: " + millis).isLessThan(3 * middle.getFirst());
    }

    @Test
    void manyGuessesAtOnceAreLookedUpOneAfterTheOtherAndSomeAreToldToWait() {
        long began = System.nanoTime();
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> new DoorVisitor(door.port())
                        .thread("%016d".formatted(i)), java.util.concurrent.Executors.newFixedThreadPool(20)))
                .toList().stream().map(CompletableFuture::join).map(HttpResponse::statusCode).toList();
        long looked = answers.stream().filter(status -> status == 404).count();
        assertThat(answers).containsOnly(404, 503);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(60 * looked));
    }

    @Test
    void aFormThatIsSentTwiceKeepsOneTipAndTellsOneReceipt() {
        String form = DoorVisitor.formId(visitor.tip(name, "", "no"));
        String[] fields = {"step", "tip", "form", form, "school", name, "words", "sent twice", "life", "no"};
        var first = CompletableFuture.supplyAsync(() -> visitor.post("en", fields));
        String again = DoorVisitor.digits(visitor.post("en", fields));
        assertThat(again).isEqualTo(DoorVisitor.digits(first.join()));
        fields[7] = "sent twice, with other words";
        assertThat(DoorVisitor.digits(visitor.post("en", fields))).isNotEqualTo(again);
        DoorVisitor.quarterHourLater(clock, beat);
        assertThat(tips().keySet()).containsExactlyInAnyOrder("sent twice", "sent twice, with other words");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndTheWordsAreKept() {
        var words = "They wrote “it ends Friday” & <laughed>";
        var unknown = visitor.tip("Nowhere School", words, "no");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("We do not know “Nowhere School”", "id=\"school-wrong\"",
                "They wrote “it ends Friday” &amp; &lt;laughed");
        var empty = visitor.tip(name, "  ", "");
        assertThat(empty.body()).contains("Write something first", "Choose yes or no");
        var many = "a".repeat(TipContent.MOST_WORDS + 1200);
        var tooLong = visitor.post("es", "step", "tip", "school", name, "words", many, "life", "no");
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("Sobran 1,200 caracteres", many);
        assertThat(visitor.thread("12 34").body()).contains("You need 16 digits. You typed 4.");
        String receipt = visitor.kept(name, words, "no");
        var more = visitor.more(receipt, many);
        assertThat(more.statusCode()).isEqualTo(422);
        assertThat(more.body()).contains(many, receipt);
        var lost = visitor.more("1111 1111 1111 1111", "words for a thread that is over");
        assertThat(lost.body()).contains("words for a thread that is over", "You can send them as a new tip");
        assertThat(beat.ring().orElseThrow().waiting()).isOne();
    }

    @Test
    void aFullRingIsSaidWithTheWordsAndATipAboutALifeStillFindsRoom() {
        var ring = beat.ring().orElseThrow();
        for (int i = 0; i < 55; i++)
            ring.arrive(new Arrival(district, school, LocalDate.of(2026, 8, 3), false, new byte[] {9}));
        var refused = visitor.tip(name, "nobody must lose this", "no");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("nobody must lose this", "was not kept", "Call 911");
        DoorVisitor.digits(visitor.tip(name, "a life", "yes"));
        await().atMost(DoorVisitor.GUARD).until(() -> tips().containsKey("a life"));
        DoorVisitor.quarterHourLater(clock, beat);
        await().atMost(DoorVisitor.GUARD) // the beat after, the slots are free
                .until(() -> visitor.tip(name, "nobody must lose this", "no").statusCode() == 200);
    }

    @Test
    void wordsAboutALifeDoNotWaitForTheTipTheyWereAddedTo() {
        String receipt = visitor.kept(name, "They talk of it every day.", "no");
        assertThat(visitor.more(receipt, "They have taken the pills now.", "life", "yes").body())
                .contains("send them on at once");
        await().atMost(DoorVisitor.GUARD).until(() -> tips().containsKey("They have taken the pills now."));
        DoorVisitor.quarterHourLater(clock, beat);
        var tip = tips().get("They have taken the pills now.");
        assertThat(tips()).hasSize(1);
        var thread = story.as(district, () -> threads.of(district, tip));
        assertThat(thread.lifeSafety()).isTrue();
        assertThat(thread.messages()).extracting(TipThread.Message::words)
                .containsExactly("They talk of it every day.");
        visitor.more(receipt, "They are at the hospital.", "life", "yes");
        await().atMost(DoorVisitor.GUARD)
                .until(() -> story.as(district, () -> threads.of(district, tip)).messages().size() == 2);
    }

    @Test
    void wordsForAThreadThatIsClosedMeanwhileAreATipOfTheirOwn() {
        String receipt = visitor.kept(name, "first", "no");
        DoorVisitor.quarterHourLater(clock, beat);
        var first = tips().get("first");
        visitor.more(receipt, "second");
        story.run(district, () -> threads.close(district, first));
        DoorVisitor.quarterHourLater(clock, beat);
        assertThat(tips().keySet()).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void everyAnswerIsKeptByNobodyAndSetsNothing() {
        String receipt = visitor.kept(name, "headers", "no");
        var answers = List.of(visitor.get("/en"), visitor.get("/es"), visitor.get("/"), visitor.get("/door.css"),
                visitor.get("/door.js"), visitor.get("/nothing"), visitor.tip("", "", ""), visitor.thread(receipt),
                visitor.thread("0000000000000000"), visitor.post("en", "step", "else"));
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 200, 303, 200, 200, 404, 422,
                200, 404, 400);
        for (var answer : answers) {
            var headers = answer.headers();
            assertThat(headers.map().keySet()).doesNotContain("set-cookie", "server", "etag", "last-modified");
            assertThat(headers.firstValue("cache-control")).hasValue("no-store");
            assertThat(headers.firstValue("referrer-policy")).hasValue("no-referrer");
            assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
            assertThat(headers.firstValue("content-security-policy").orElseThrow()).startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types door")
                    .doesNotContain("http", "unsafe");
        }
        assertThat(visitor.get("/en").body()).contains("<html lang=\"en\"", "Call 911", "Call or text 988");
        assertThat(visitor.get("/es").body()).contains("<html lang=\"es\"", "Llama al 911");
        var page = visitor.get("/en").body();
        assertThat(page.indexOf("tel:911")).as("before anything else").isLessThan(page.indexOf("<h1"));
        assertThat(page.indexOf("Then people can tell when you wrote it"))
                .as("said before it is sent").isBetween(0, page.indexOf("<button type=\"submit\" id=\"send\">"));
    }

    @Test
    void aBodyThatIsTooLargeIsAnsweredInTheLanguageWithWhatCameOfIt() {
        var far = visitor.post("es", "step", "tip", "school", name, "words", "ñandú ".repeat(100_000), "life", "no");
        assertThat(far.statusCode()).isEqualTo(413);
        assertThat(far.body()).contains("<html lang=\"es\"", "Era demasiado largo", "ñandú ñandú", name, "tel:911",
                "tel:988");
        assertThat(far.body().length()).as("the beginning, and no more than is taken").isLessThan(600_000);
        var more = visitor.more("1234 5678 9012 3456", "x".repeat(2_000_000));
        assertThat(more.statusCode()).isEqualTo(413);
        assertThat(more.body()).contains("far too long", "1234 5678 9012 3456", "xxxx");
        assertThat(visitor.get("/en").statusCode()).as("the same connection goes on").isEqualTo(200);
        assertThat(beat.ring().orElseThrow().waiting()).isZero();
    }

    /** By their words, those of the district. */
    private Map<String, UUID> tips() {
        return story.as(district, () -> {
            var all = new HashMap<String, UUID>();
            db.selectFrom(TIP).forEach(row -> all.put(threads.of(district, row.getId()).words(), row.getId()));
            return all;
        });
    }

    @Test
    void staffCannotSayNothingNorTooMuchNorInARoleThatReadsNoTips() {
        visitor.kept(name, "who answers", "no");
        DoorVisitor.quarterHourLater(clock, beat);
        var tip = tips().get("who answers");
        assertThat(refused(() -> threads.say(district, tip, Part.COUNSELOR, " "))).contains("words");
        assertThat(refused(() -> threads.say(district, tip, Part.COUNSELOR, "x".repeat(TipContent.MOST_WORDS + 1))))
                .contains("words");
        assertThat(refused(() -> threads.say(district, tip, Part.AGENCY, "x"))).contains("role");
        assertThat(refused(() -> threads.opened(district, tip, Part.PARENT))).contains("role");
        assertThat(refused(() -> threads.of(district, UUID.randomUUID()))).startsWith("tip ");
        assertThat(story.as(district, () -> db.fetchCount(TIP_MESSAGE))).isZero();
    }

    private String refused(Runnable work) {
        return String.valueOf(catchThrowable(() -> story.run(district, work)).getMessage());
    }
}
