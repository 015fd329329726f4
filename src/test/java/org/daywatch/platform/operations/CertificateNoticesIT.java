package org.daywatch.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.DELIVERY;
import static org.daywatch_db.platform.Tables.OUTBOUND_MESSAGE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Administrators of each agency are told in time, once; F-26 of docs/security. */
@DaywatchIT
class CertificateNoticesIT {

    private static final Instant ENDS = Instant.parse("2027-01-15T12:00:00Z");

    @Autowired Story story;
    @Autowired Organizations organizations;
    @Autowired CertificateNotices notices;
    @Autowired DSLContext db;

    @Test
    void theAdministratorIsToldOnceForEachFigureAndTheCoordinatorIsNot() {
        var cast = story.cast();
        UUID administrator = story.as(cast.agency(), () -> organizations.join(cast.agency(),
                "admin" + cast.suffix() + "@story.example", "Robin Vale", Role.AGENCY_ADMIN, null));
        story.run(cast.agency(), () -> notices.tell(cast.agency(), ENDS, 30));
        story.run(cast.agency(), () -> notices.tell(cast.agency(), ENDS, 30)); // an hour later, or another node
        story.run(cast.agency(), () -> notices.tell(cast.agency(), ENDS, 1));
        story.run(cast.agency(), () -> notices.tell(cast.agency(), ENDS, -1));
        assertThat(told(cast.agency(), administrator)).containsExactly("The site’s certificate ends in 30 days",
                "The site’s certificate ends in 1 day", "The site’s certificate has ended");
        assertThat(told(cast.agency(), cast.coordinator())).isEmpty();
        story.run(cast.agency(), () -> notices.tell(cast.agency(), ENDS.plusSeconds(86_400), 30));
        assertThat(told(cast.agency(), administrator)).as("a new certificate is another matter").hasSize(4);
    }

    private List<String> told(UUID agency, UUID person) {
        return story.as(agency, () -> db.selectDistinct(OUTBOUND_MESSAGE.ID, OUTBOUND_MESSAGE.SUBJECT)
                .from(OUTBOUND_MESSAGE).join(DELIVERY).on(DELIVERY.MESSAGE_ID.eq(OUTBOUND_MESSAGE.ID))
                .where(DELIVERY.PERSON_ID.eq(person)).orderBy(OUTBOUND_MESSAGE.ID)
                .fetch(OUTBOUND_MESSAGE.SUBJECT));
    }
}
