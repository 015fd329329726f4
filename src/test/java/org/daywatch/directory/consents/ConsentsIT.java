package org.daywatch.directory.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.directory.Tables.GUARDIANSHIP;
import static org.daywatch_db.directory.Tables.CONSENT;
import static org.daywatch_db.platform.Tables.AUDIT_LINE;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.SchoolRoll;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch._story.Visitor;
import org.daywatch.directory.Campus;
import org.daywatch.directory.Campuses;
import org.daywatch.directory.consents.Consent.Giver;
import org.daywatch.directory.consents.Consent.Matter;
import org.daywatch.directory.consents.ConsentMatters.Asking;
import org.daywatch.directory.guardians.Guardians;
import org.daywatch.directory.guardians.Guardianship.CourtState;
import org.daywatch.directory.guardians.Guardianship.MayCollect;
import org.daywatch.platform.access.CaseReader.Custody;
import org.daywatch.platform.identity.Actor;
import org.daywatch.platform.identity.Capacity;
import org.daywatch.platform.identity.Role;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.platform.tenancy.LinkToken;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A student and their mother, who have no account, are asked for their consent and answer by the link they were given.
 */
@DaywatchIT
class ConsentsIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired Visitor visitor;
    @Autowired Consents consents;
    @Autowired Guardians guardians;
    @Autowired Campuses campuses;
    @Autowired DSLContext db;

    private Story.Cast cast;
    private Campus school;
    private UUID student;
    private Actor counselor;
    private Asking asking;

    @BeforeEach
    void aStudentOfTheRoll() {
        clock.setTo(TestClock.START);
        cast = story.cast();
        var roll = story.as(cast.mesquite(), () -> SchoolRoll.write(db, cast, cast.mesquite(), 2, 3));
        student = roll.students().getFirst();
        school = story.as(cast.mesquite(), () -> campuses.find(roll.school()).orElseThrow());
        counselor = new Actor(story.join(cast.mesquite(), "counselor", Role.COUNSELOR, school.id()), "Dana Wren",
                cast.mesquite(), "", Role.COUNSELOR, Set.of(), school.id(), Capacity.NONE, new UUID(0, 0), "en");
        asking = new Asking(Ids.next(), Matter.MENTORING, school, student, "/");
    }

    @Test
    void studentAndMotherSayYesEachInTheirLanguageAndEitherTakesItBackAtOnce() {
        var mother = guardian("Robin", Custody.SHARED, MayCollect.YES);
        var own = ask(null, "en");
        var hers = ask(mother, "es");
        assertThat(visitor.stranger().get(own).body()).contains("Do you agree?").doesNotContain("Robin");
        assertThat(visitor.stranger().get(hers).body()).contains("lang=\"es\"", "Sí, de acuerdo");
        assertThat(visitor.stranger().get(hers + "?lang=en").body()).contains("Yes, I agree");
        assertThat(answer()).isEqualTo(new ConsentAnswer.Missing(Set.of(Giver.STUDENT, Giver.PARENT)));
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("ReadOwnAccount"))))
                .as("nothing was shown yet").isZero();
        assertThat(say(own, "yes")).isEqualTo(302);
        assertThat(stands()).as("one of two").isFalse();
        assertThat(say(hers, "yes")).isEqualTo(302);
        assertThat(answer()).isInstanceOf(ConsentAnswer.Stands.class);
        assertThat(stands()).isTrue();
        assertThat(visitor.stranger().get(hers).body()).contains("Retirar mi consentimiento");
        assertThat(visitor.stranger().post(hers + "/withdrawal").statusCode()).isEqualTo(302);
        assertThat(answer()).isEqualTo(new ConsentAnswer.Withdrawn(clock.instant(), Giver.PARENT));
        assertThat(stands()).isFalse();
        assertThat(say(hers, "yes")).as("who took it back is asked anew").isEqualTo(302);
        assertThat(answer()).isInstanceOf(ConsentAnswer.Withdrawn.class);
        clock.move(Duration.ofMinutes(1));
        assertThat(say(ask(mother, "es"), "yes")).isEqualTo(302);
        assertThat(stands()).as("asked anew, and yes again").isTrue();
    }

    @Test
    void anAdultWithoutCustodyIsNotTakenDownAndTheSchoolLearnsOfItOnce() {
        var principal = story.join(cast.mesquite(), "principal", Role.PRINCIPAL, school.id());
        var mother = guardian("Robin", Custody.FULL, MayCollect.YES);
        var hers = ask(mother, "en");
        story.run(cast.mesquite(), () -> db.update(GUARDIANSHIP).set(GUARDIANSHIP.CUSTODY, "BARRED").execute());
        assertThatThrownBy(() -> ask(mother, "en")).hasMessageContaining("CONSENT_WITHOUT_CUSTODY");
        var tried = visitor.stranger().post(hers + "/answer", "said", "yes", "form", Ids.next().toString());
        assertThat(tried.statusCode()).isEqualTo(422);
        assertThat(tried.body()).contains("Your answer was not taken down");
        assertThat(say(hers, "no")).as("and again").isEqualTo(422);
        story.run(cast.mesquite(), () -> {
            assertThat(db.fetchCount(CONSENT, CONSENT.ANSWER.isNotNull())).isZero();
            assertThat(db.selectFrom(OUTBOUND_MESSAGE).where(OUTBOUND_MESSAGE.TOPIC.eq("CONSENT_WITHOUT_CUSTODY"))
                    .fetch()).hasSize(2).allSatisfy(m -> assertThat(m.toString()).doesNotContain("Robin"))
                    .anySatisfy(m -> assertThat(m.getLink()).as("where a principal can look").isEqualTo("/guardians"));
            assertThat(db.fetchCount(AUDIT_LINE, AUDIT_LINE.ACTION.eq("ConsentWithoutCustody"))).isOne();
        });
        assertThat(principal).isNotNull();
    }

    @Test
    void whoLosesCustodyConsentsNoLonger() {
        var mother = guardian("Robin", Custody.FULL, MayCollect.YES);
        say(ask(null, "en"), "yes");
        say(ask(mother, "en"), "yes");
        assertThat(stands()).isTrue();
        story.run(cast.mesquite(), () -> {
            var entry = guardians.ofStudent(student, "test").stream().filter(g -> g.guardianId().equals(mother))
                    .findFirst().orElseThrow();
            guardians.end(school, student, entry.id());
        });
        assertThat(answer()).isEqualTo(new ConsentAnswer.Missing(Set.of(Giver.PARENT)));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !stands()); // told after commit; promised within two seconds
    }

    @Test
    void pressedTwiceAndTwoAtOnceThereIsOneAnswer() {
        var link = ask(null, "en");
        var presses = List.of("yes", "no", "yes", "no", "yes", "no").stream()
                .map(said -> CompletableFuture.supplyAsync(() -> say(link, said))).toList();
        presses.forEach(CompletableFuture::join);
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(AUDIT_LINE,
                AUDIT_LINE.ACTION.in("ConsentGiven", "ConsentDeclined")))).isOne();
        var second = ask(null, "en");
        assertThat(second).isNotEqualTo(link);
    }

    @Test
    void aNewLinkEndsTheOneBeforeAndNobodyIsAskedTwice() {
        var first = ask(null, "en");
        var second = ask(null, "es");
        assertThat(visitor.stranger().get(second).body()).as("in the language it is asked for now")
                .contains("Sí, de acuerdo");
        assertThat(visitor.stranger().get(first).statusCode()).isEqualTo(404);
        assertThat(visitor.stranger().get(second).statusCode()).isEqualTo(200);
        assertThat(story.as(cast.mesquite(), () -> db.fetchCount(CONSENT))).isOne();
    }

    @Test
    void theLinkOpensNothingElsewhere() {
        var link = LinkToken.read(ask(null, "en").substring("/consent/".length())).orElseThrow();
        var elsewhere = new LinkToken(cast.saguaro(), link.secret());
        assertThat(visitor.stranger().get("/consent/" + elsewhere.text()).statusCode()).isEqualTo(404);
        assertThat(visitor.stranger().get("/consent/nothing").statusCode()).isEqualTo(404);
        assertThat(visitor.stranger().post("/consent/" + elsewhere.text() + "/answer", "said", "yes").statusCode())
                .isEqualTo(404);
        assertThat(story.as(cast.saguaro(), () -> consents.list(asking.about()))).isEmpty();
    }

    @Test
    void theDatabaseKeepsWhatWasSaid() {
        say(ask(null, "en"), "yes");
        for (String sql : List.of("update directory.consent set answer = 'DECLINED'",
                "update directory.consent set answer = null, answered_at = null, answered_how = null",
                "update directory.consent set student_id = gen_random_uuid()",
                "update directory.consent set withdrawn_at = answered_at - interval '1 hour', withdrawn_how = 'LINK'"))
            assertThatThrownBy(() -> story.run(cast.mesquite(), () -> db.execute(sql))).as(sql).rootCause()
                    .hasMessageMatching("(?s).*(stays as it was said|violates).*");
    }

    @Test
    void aYearLaterItIsOver() {
        guardian("Robin", Custody.FULL, MayCollect.YES);
        say(ask(null, "en"), "yes");
        var link = ask(guardian("Jo", Custody.SHARED, MayCollect.YES), "en");
        say(link, "yes");
        assertThat(stands()).isTrue();
        clock.move(Duration.ofDays(366));
        assertThat(answer()).isInstanceOf(ConsentAnswer.Lapsed.class);
        assertThat(stands()).isFalse();
        assertThat(visitor.stranger().get(link).body()).contains("This is over");
    }

    private UUID guardian(String name, Custody custody, MayCollect collect) {
        return story.as(cast.mesquite(), () -> {
            guardians.enter(counselor, school, student, new Guardians.Entry(name, "Yucca", "", "mother", collect,
                    CourtState.NONE, custody, "", LocalDate.of(2026, 1, 1), null));
            return guardians.ofStudent(student, "test").stream().filter(g -> g.guardian().endsWith(name)).findFirst()
                    .orElseThrow().guardianId();
        });
    }

    private String ask(@Nullable UUID guardian, String language) {
        return "/consent/" + story.as(cast.mesquite(),
                () -> consents.ask(counselor, asking, guardian, language).token().text());
    }

    private int say(String link, String said) {
        return visitor.stranger().post(link + "/answer", "said", said, "form", Ids.next().toString()).statusCode();
    }

    private ConsentAnswer answer() {
        return story.as(cast.mesquite(), () -> consents.of(asking.about()));
    }

    private boolean stands() {
        var today = LocalDate.ofInstant(clock.instant(), school.zone());
        return story.as(cast.mesquite(), () -> db.fetchSingle("select directory.consent_stands(?, ?, ?)",
                cast.mesquite(), asking.about(), today).get(0, Boolean.class));
    }
}
