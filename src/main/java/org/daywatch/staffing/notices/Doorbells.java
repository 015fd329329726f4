package org.daywatch.staffing.notices;

import java.util.UUID;
import org.daywatch.directory.Campuses;
import org.daywatch.platform.live.Live;
import org.daywatch.staffing.AwardEvent;
import org.daywatch.staffing.StaffingEvent;
import org.daywatch.staffing.StaffingEvent.*;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rings the screens of the agency, and of the district where the fact names a school: "board", "shifts", "posts",
 * "requests", "officers", "rosters".
 */
@Component
class Doorbells {

    private final Live live;
    private final Campuses campuses;

    Doorbells(Live live, Campuses campuses) {
        this.live = live;
        this.campuses = campuses;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(StaffingEvent fact) {
        switch (fact) {
            case OfShift f -> ring(f, "board", "shifts");
            case OfTrade f -> ring(f, "shifts");
            case OfPost f -> ring(f, "board", "posts");
            case PostsGenerated f -> ring(f, "board", "posts");
            case PostsReplanned f -> ring(f, "board", "posts");
            case PostsPosted f -> ring(f, "posts");
            case PostsWidened f -> ring(f, "posts");
            case AwardEvent.PostAwarded f -> ring(f, "board", "posts");
            case OfRoster f -> ring(f, "rosters", "posts");
            case GapExplained f -> ring(f, "board");
            case OfRequest f -> ring(f, "requests");
            case TermCoverageAgreed f -> ring(f, "requests");
            default -> ring(fact, "officers");
        }
    }

    private void ring(StaffingEvent fact, String... topics) {
        UUID school = schoolOf(fact);
        for (String topic : topics) live.ring(topic, fact.tenant());
        if (school == null) return;
        campuses.find(school).ifPresent(campus -> {
            for (String topic : topics) live.ring(topic, campus.districtId());
        });
    }

    private static @Nullable UUID schoolOf(StaffingEvent fact) {
        return switch (fact) {
            case ShiftAccepted f -> f.schoolId();
            case ShiftStarted f -> f.schoolId();
            case PresenceConfirmed f -> f.schoolId();
            case CheckInReversed f -> f.schoolId();
            case ShiftEnded f -> f.schoolId();
            case CheckOutReversed f -> f.schoolId();
            case ShiftCorrected f -> f.schoolId();
            case OfficerMissedShift f -> f.schoolId();
            case ShiftGivenBack f -> f.schoolId();
            case ShiftCancelled f -> f.schoolId();
            case ShiftReinstated f -> f.schoolId();
            case OfficerLeftCampus f -> f.schoolId();
            case OfficerBackOnCampus f -> f.schoolId();
            case CapacityChanged f -> f.schoolId();
            case PostMoved f -> f.schoolId();
            case PostCancelled f -> f.schoolId();
            case PostEndedEarly f -> f.schoolId();
            case RequestSubmitted f -> f.schoolId();
            case RequestDrafted f -> f.schoolId();
            default -> null;
        };
    }
}
