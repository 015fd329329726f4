package org.daywatch.prevention.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.daywatch._story.AllTables;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.ToldAgain;
import org.daywatch._story.Visitor.Visit;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.operations.UnheardFacts;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.texts.Texts;
import org.daywatch.prevention.findings.Finding.*;
import org.daywatch.prevention.findings.FindingCommand.By;
import org.daywatch.prevention.findings.reminders.FindingReminders;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/**
 * What is not done is told until it is; what is the same gap is one finding; what a round saw is read in any language.
 */
@DaywatchIT
class FindingFollowIT {

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired FindingCommands commands;
    @Autowired FindingStore findings;
    @Autowired FindingReminders reminders;
    @Autowired FindingSentences sentences;
    @Autowired DSLContext db;
    @Autowired UnheardFacts facts;
    @Value("${daywatch.database.directory}") Path database;

    private PostedDay day;
    private Campus school;
    private Visit principal;
    private Visit director;
    private UUID dana;

    @BeforeEach
    void aSchoolWithItsPeople() {
        clock.setTo("2026-08-04T15:00:00Z");
        day = new PostedDay(app);
        school = story.as(day.cast.mesquite(), () -> app.getBean(Campuses.class).find(day.school).orElseThrow());
        dana = day.officer("Dana Vega").person();
        signIn();
    }

    /** Nobody stays signed in for days. */
    private void signIn() {
        principal = member("principal", Role.PRINCIPAL, day.school, day.cast.mesquite());
        director = member("director", Role.SAFETY_DIRECTOR, null, day.cast.mesquite());
    }

    @Test
    void whoOwesItIsRemindedOnceAndEverybodyEveryWeekWhileItIsLate() {
        UUID id = open("Fence cut");
        assertThat(remind()).as("thirty days are left").isZero();
        clock.move(Duration.ofDays(28));
        assertThat(remind()).isOne();
        assertThat(remind()).isZero();
        clock.move(Duration.ofDays(3));
        assertThat(remind()).isOne();
        assertThat(topics()).containsExactlyInAnyOrder("FINDING_SOON", "FINDING_LATE", "FINDING_LATE");
        clock.move(Duration.ofDays(6));
        assertThat(remind()).as("six days later not yet again").isZero();
        clock.move(Duration.ofDays(1));
        assertThat(remind()).as("week after week until it is done").isOne();
        signIn();
        assertThat(director.get("/findings?state=LATE").body()).contains("Fence cut");
        director.post("/findings/" + id + "/acceptance", "words", "New fence in the bond.", "review", "2027-06-01");
        assertThat(finding(id).state()).isInstanceOf(State.RiskAccepted.class);
        assertThat(remind()).as("another day is due now, and it is far").isZero();
        clock.setTo("2027-06-02T16:00:00Z");
        assertThat(remind()).isOne();
        signIn();
        assertThat(principal.post("/findings/" + id + "/acceptance", "words", "x", "review", "2027-07-01").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatWasMendedIsToldToWhoMayLookEveryWeekUntilSomebodyDid() {
        UUID id = open("Fence cut");
        var greer = story.as(day.cast.agency(), () -> organizations.join(day.cast.mesquite(),
                "principal" + day.cast.suffix() + "@story.example", "principal", Role.PRINCIPAL, day.school));
        act(new FindingCommand.SayFixed("Mended.", new By(greer, "principal")), id);
        assertThat(remind()).isOne();
        assertThat(remind()).as("told once").isZero();
        assertThat(told("FINDING_VERIFY")).as("the principal mended it, so the director looks")
                .containsExactly("director");
        clock.move(Duration.ofDays(7));
        assertThat(remind()).isOne();
        act(new FindingCommand.Return("It sways.", leader()), id);
        act(new FindingCommand.SayFixed("Mended well.", new By(dana, "Dana Vega")), id);
        assertThat(remind()).as("mended anew, told anew").isOne();
        act(new FindingCommand.Verify("It stands.", leader()), id);
        clock.move(Duration.ofDays(8));
        assertThat(remind()).isZero();
    }

    @Test
    void whatProtectedForATimeIsToldWhenItsTimeIsOverAndWhenSomebodyTakesItAway() throws Exception {
        UUID id = open("Fence cut");
        principal.post("/findings/" + id + "/interim", "words", "A guard at the gap.", "until", "2026-08-01");
        assertThat(finding(id).interim()).as("a day that is over").isEmpty();
        principal.post("/findings/" + id + "/interim", "words", "A guard at the gap.", "until", "2026-08-07");
        assertThat(principal.get("/findings/" + id).body()).contains("A guard at the gap. (until Aug 7, 2026)");
        assertThat(remind()).isZero();
        clock.move(Duration.ofDays(4));
        signIn();
        assertThat(principal.get("/findings/" + id).body()).contains("A guard at the gap. (ended on Aug 7, 2026)");
        assertThat(remind()).isOne();
        assertThat(remind()).isZero();
        assertThat(told("FINDING_INTERIM")).containsExactlyInAnyOrder("director", "principal");
        principal.post("/findings/" + id + "/interim", "words", "Boards over the gap.");
        clock.move(Duration.ofDays(9));
        assertThat(remind()).as("it holds until it is fixed").isZero();
        signIn();
        principal.post("/findings/" + id + "/interim", "words", "");
        Awaitility.await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(told("FINDING_INTERIM")).hasSize(4));
        new ToldAgain(new AllTables(database), facts).all(
                "listener_id like '%FindingReminders%' and serialized_event::jsonb ->> 'id' = '" + id + "'",
                new Random(3));
        assertThat(told("FINDING_INTERIM")).as("heard once more, told once").hasSize(4);
        assertThat(remind()).as("nor by the timer of the same day").isZero();
    }

    @Test
    void anItemOfAnotherInstrumentIsAnotherGapAndWhatWasMendedSinceSomebodyLookedIsNone() {
        UUID first = story.as(day.cast.mesquite(),
                () -> commands.fromAssessment(school, gap("CAMPUS"), leader(), clock.instant()));
        assertThat(story.<UUID>as(day.cast.mesquite(),
                () -> commands.fromAssessment(school, gap("DOORS"), leader(), clock.instant())))
                .as("it only has the same number").isNotEqualTo(first);
        var looked = gap("CAMPUS");
        clock.move(Duration.ofHours(1));
        act(new FindingCommand.SayFixed("A camera.", new By(new UUID(6, 6), "Lou Marsh")), first);
        act(new FindingCommand.Verify("It sees the gate.", leader()), first);
        assertThat(story.<UUID>as(day.cast.mesquite(),
                () -> commands.fromAssessment(school, looked, leader(), clock.instant()))).isEqualTo(first);
        assertThat(finding(first).state()).as("whoever looked before cannot undo it")
                .isInstanceOf(State.Verified.class);
        act(new FindingCommand.Close("Done.", leader()), first);
        assertThat(story.<UUID>as(day.cast.mesquite(),
                () -> commands.fromAssessment(school, looked, leader(), clock.instant()))).isEqualTo(first);
        clock.move(Duration.ofHours(1));
        assertThat(story.<UUID>as(day.cast.mesquite(),
                () -> commands.fromAssessment(school, gap("CAMPUS"), leader(), clock.instant()))).as("gone again")
                .isNotEqualTo(first);
    }

    @Test
    void whatARoundSawIsReadInTheReadersLanguage() {
        UUID id = round(Ids.next(), clock.instant());
        assertThat(principal.get("/findings/" + id).body())
                .contains("Door 12 was propped open. A wedge. The office was notified.");
        assertThat(story.as(day.cast.agency(), () -> sentences.in("es", finding(id))))
                .isEqualTo("Door 12 estaba trabada abierta. A wedge. Se avisó a la oficina.");
        var seen = story.as(day.cast.agency(), () -> findings.history(id)).getFirst();
        assertThat(seen.breach()).isEqualTo(new Breach("PROPPED", "TOLD", "Door 12", "A wedge."));
        assertThat(new Breach("PROPPED", "TOLD", "Door 12", "A wedge").in(app.getBean(Texts.class), "en"))
                .as("typed on a phone, without a full stop")
                .isEqualTo("Door 12 was propped open. A wedge. The office was notified.");
    }

    private int remind() {
        return story.as(day.cast.agency(), reminders::remind);
    }

    private List<String> topics() {
        return story.as(day.cast.mesquite(), () -> db.select(OUTBOUND_MESSAGE.TOPIC).from(OUTBOUND_MESSAGE)
                .where(OUTBOUND_MESSAGE.TOPIC.like("FINDING%")).fetch(OUTBOUND_MESSAGE.TOPIC));
    }

    /** To whom, by name. */
    private List<String> told(String topic) {
        return story.as(day.cast.mesquite(), () -> db.fetchValues(
                "select b.full_name from platform.delivery d join platform.outbound_message m on m.id = d.message_id"
                        + " join platform.membership b on b.person_id = d.person_id and b.org_id = d.tenant_id where m.topic = ? and d.channel = 'IN_APP'",
                topic).stream().map(String::valueOf).sorted().toList());
    }

    private FindingCommands.Gap gap(String instrument) {
        return new FindingCommands.Gap(Ids.next(), instrument, "GP-D-3", "No camera sees gate B",
                new Where("Gate B", null), new Rating(3, 3, CostClass.CAPITAL, null), clock.instant());
    }

    private UUID round(UUID door, Instant at) {
        return story.as(day.cast.agency(),
                () -> commands.fromRound(school, door, new Breach("PROPPED", "TOLD", "Door 12", "A wedge."),
                        "North hall", Ids.next(), new By(dana, "Dana Vega"), at));
    }

    private UUID open(String what) {
        return story.as(day.cast.mesquite(), () -> commands.open(school, what, new Where("North side", null),
                new Rating(3, 3, null, null), "", leader(), Ids.next()).orElseThrow());
    }

    private void act(FindingCommand command, UUID id) {
        story.run(day.cast.mesquite(), () -> commands.handle(id, command));
    }

    private Finding finding(UUID id) {
        return story.as(day.cast.agency(), () -> findings.find(id).orElseThrow());
    }

    private static By leader() {
        return new By(new UUID(5, 5), "Pat Greer", true, false);
    }

    private Visit member(String name, Role role, @Nullable UUID at, UUID org) {
        var person = story.as(day.cast.agency(),
                () -> organizations.join(org, name + day.cast.suffix() + "@story.example", name, role, at));
        return visitor.signedIn(person, org, role);
    }
}
