package org.daywatch.staffing.officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.staffing.Tables.CREDENTIAL;
import static org.daywatch_db.staffing.Tables.OFFICER;
import static org.daywatch_db.staffing.Tables.OFFICER_CARD;

import java.time.LocalDate;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.persistence.Ids;
import org.daywatch.staffing.eligibility.Field;
import org.daywatch.staffing.terms.DepartmentTerms;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DaywatchIT
class OfficerCardsIT {

    @Autowired Story story;
    @Autowired DSLContext db;
    @Autowired OfficerCommands officers;
    @Autowired OfficerCards cards;
    @Autowired DepartmentTerms terms;

    private Story.Cast cast;
    private UUID dana;

    @BeforeEach
    void anOfficerOnFile() {
        cast = story.cast();
        dana = story.as(cast.agency(), () -> new Field(db, officers, terms).officer(cast, "100"));
    }

    @Test
    void theDepartmentReadsItsOfficersCardAndNoFile() {
        assertThat(story.as(cast.department(), () -> db.fetchCount(OFFICER_CARD))).isOne();
        assertThat(story.as(cast.department(), () -> db.fetchCount(OFFICER))).isZero();
        assertThat(story.as(cast.department(), () -> db.fetchCount(CREDENTIAL))).isZero();
        assertThat(story.as(story.cast().department(), () -> db.fetchCount(OFFICER_CARD))).isZero();
    }

    @Test
    void aWithdrawnPermissionShowsOnTheCardAtOnce() {
        assertThat(card("permission_state")).isEqualTo("VALID");
        story.run(cast.agency(),
                () -> officers.record(dana,
                        new Credential(Ids.next(), Credential.Kind.WORK_PERMISSION, "", LocalDate.parse("2026-01-05"),
                                null, null,
                                Credential.State.WITHDRAWN)));
        assertThat(card("permission_state")).isEqualTo("WITHDRAWN");
        assertThat(card("permission_until")).isEqualTo("2026-12-31");
    }

    @Test
    void theCardGoesWithTheFileAndComesBackWithIt() {
        story.run(cast.agency(), () -> {
            db.deleteFrom(OFFICER_CARD).execute();
            assertThat(cards.refreshAll()).isOne();
            assertThat(cards.refreshAll()).isZero();
            db.deleteFrom(CREDENTIAL).execute();
            db.deleteFrom(OFFICER).execute();
            assertThat(db.fetchCount(OFFICER_CARD)).isZero();
        });
    }

    private String card(String column) {
        return story.as(cast.department(),
                () -> db.select(OFFICER_CARD.field(column)).from(OFFICER_CARD).fetchSingle(0, String.class));
    }
}
