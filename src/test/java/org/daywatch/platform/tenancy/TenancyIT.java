package org.daywatch.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.daywatch_db.platform.Tables.MEMBERSHIP;

import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A-06, P-10 of docs/security. */
@DaywatchIT
class TenancyIT {

    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void aTenantSeesItsOwnRowsAndNobodyElses() {
        var mine = story.cast();
        var theirs = story.cast();
        assertThat(story.as(mine.agency(),
                () -> db.select(MEMBERSHIP.ORG_ID).from(MEMBERSHIP).fetchSet(MEMBERSHIP.ORG_ID)))
                .containsExactly(mine.agency());
        assertThat(story.as(theirs.agency(), () -> db.fetchCount(MEMBERSHIP, MEMBERSHIP.ORG_ID.eq(mine.agency()))))
                .isZero();
    }

    @Test
    void unboundWorkSeesNoRows() {
        story.cast();
        int rows = new TransactionTemplate(transactions).execute(t -> db.fetchCount(MEMBERSHIP));
        assertThat(rows).isZero();
    }

    @Test
    void aRowForAnotherTenantIsRefusedByTheDatabase() {
        var mine = story.cast();
        var theirs = story.cast();
        assertThatThrownBy(() -> story.run(mine.agency(),
                () -> db.insertInto(MEMBERSHIP).set(MEMBERSHIP.ORG_ID, theirs.agency())
                        .set(MEMBERSHIP.PERSON_ID, Ids.next()).set(MEMBERSHIP.ROLE, "COORDINATOR")
                        .set(MEMBERSHIP.FULL_NAME, "Nobody").set(MEMBERSHIP.EMAIL, "n@x.example").execute()))
                .rootCause().hasMessageContaining("row-level security");
    }

    @Test
    void theApplicationCannotReadAccounts() {
        var mine = story.cast();
        assertThatThrownBy(() -> story.run(mine.agency(), () -> db.fetch("select * from platform.account"))).rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void theTenantOfOneTransactionDoesNotLeakIntoTheNextOnTheSameConnection() {
        var mine = story.cast();
        for (int i = 0; i < 40; i++) {
            story.run(mine.agency(), () -> db.fetchCount(MEMBERSHIP));
            assertThat((int) new TransactionTemplate(transactions).execute(t -> db.fetchCount(MEMBERSHIP))).isZero();
        }
    }
}
