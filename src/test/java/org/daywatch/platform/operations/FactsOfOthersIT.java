package org.daywatch.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.platform.Tables.EVENT_PUBLICATION;

import java.util.UUID;
import javax.sql.DataSource;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What one organization's facts say on their way between rooms is nobody else's to read or to write.
 *
 * <p>A-05, A-06, P-10 of docs/security.
 */
@DaywatchIT
class FactsOfOthersIT {

    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired DSLContext db;
    @Autowired @Qualifier("worker") DataSource worker;
    @Autowired PlatformTransactionManager transactions;

    private Story.Cast ours;
    private Story.Cast theirs;
    private UUID fact;

    @BeforeEach
    void aFactOfTheirsThatWasGivenUp() {
        ours = story.cast();
        theirs = story.cast();
        fact = leave(theirs.agency(), theirs.agency());
    }

    @AfterEach
    void nothingIsLeftForOthers() {
        story.run(theirs.agency(),
                () -> db.deleteFrom(EVENT_PUBLICATION).where(EVENT_PUBLICATION.COMPLETION_DATE.isNull()).execute());
    }

    @Test
    void anotherAgencyNeitherReadsNorChangesNorDeletesIt() {
        story.run(ours.agency(), () -> {
            assertThat(db.fetchCount(EVENT_PUBLICATION, EVENT_PUBLICATION.ID.eq(fact))).isZero();
            assertThat(db.update(EVENT_PUBLICATION).set(EVENT_PUBLICATION.STATUS, "COMPLETED")
                    .where(EVENT_PUBLICATION.ID.eq(fact)).execute()).isZero();
            assertThat(db.deleteFrom(EVENT_PUBLICATION).where(EVENT_PUBLICATION.ID.eq(fact)).execute()).isZero();
        });
        assertThat(seenBy(theirs.agency())).isOne();
    }

    @Test
    void whoeverIsBoundToNobodySeesNone() {
        int seen = new TransactionTemplate(transactions)
                .execute(t -> db.fetchCount(EVENT_PUBLICATION, EVENT_PUBLICATION.ID.eq(fact)));
        assertThat(seen).isZero();
    }

    @Test
    void anotherAgencyTellsNoRoomAnythingInTheirName() {
        assertThatThrownBy(() -> leave(ours.agency(), theirs.agency())).rootCause()
                .hasMessageContaining("row-level security");
        assertThatThrownBy(() -> leave(ours.mesquite(), theirs.agency())).rootCause()
                .hasMessageContaining("row-level security");
        story.run(ours.agency(), () -> leaveHere(ours.agency()));
        assertThatThrownBy(() -> story.run(ours.agency(),
                () -> db.update(EVENT_PUBLICATION).set(EVENT_PUBLICATION.SERIALIZED_EVENT, named(theirs.agency()))
                        .where(EVENT_PUBLICATION.COMPLETION_DATE.isNull()).execute()))
                .rootCause().hasMessageContaining("row-level security");
        story.run(ours.agency(),
                () -> db.deleteFrom(EVENT_PUBLICATION).where(EVENT_PUBLICATION.COMPLETION_DATE.isNull()).execute());
    }

    @Test
    void aDistrictTellsWhatItsAgencyOwnsAndReadsNothingOfIt() {
        var told = leave(theirs.mesquite(), theirs.agency());
        assertThat(story.as(theirs.mesquite(), () -> db.fetchCount(EVENT_PUBLICATION, EVENT_PUBLICATION.ID.eq(told))))
                .isZero();
        assertThat(seenBy(theirs.agency())).isEqualTo(2);
    }

    /** Who tells again learns for whom something waits, and no word of what. */
    @Test
    void theWorkerLearnsForWhomSomethingWaitsAndNotWhat() {
        var client = JdbcClient.create(worker);
        assertThat(client.sql("select tenant_id from platform.event_publication").query(UUID.class).list())
                .contains(theirs.agency());
        assertThatThrownBy(
                () -> client.sql("select serialized_event from platform.event_publication").query(String.class).list())
                .rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> client.sql("update platform.event_publication set status = 'COMPLETED'").update())
                .rootCause().hasMessageContaining("permission denied");
    }

    private int seenBy(UUID tenant) {
        return story.as(tenant, () -> db.fetchCount(EVENT_PUBLICATION, EVENT_PUBLICATION.COMPLETION_DATE.isNull()));
    }

    private UUID leave(UUID bound, UUID named) {
        return story.as(bound, () -> leaveHere(named));
    }

    private UUID leaveHere(UUID named) {
        var id = Ids.next();
        db.insertInto(EVENT_PUBLICATION).set(EVENT_PUBLICATION.ID, id).set(EVENT_PUBLICATION.EVENT_TYPE, "x")
                .set(EVENT_PUBLICATION.LISTENER_ID, "x").set(EVENT_PUBLICATION.SERIALIZED_EVENT, named(named))
                .set(EVENT_PUBLICATION.PUBLICATION_DATE, clock.instant())
                .set(EVENT_PUBLICATION.COMPLETION_ATTEMPTS, 5).set(EVENT_PUBLICATION.STATUS, "FAILED").execute();
        return id;
    }

    private static String named(UUID tenant) {
        return "{\"tenant\":\"" + tenant + "\"}";
    }
}
