package org.daywatch.staffing.board;

import static org.daywatch_db.staffing.Tables.POST;
import static org.daywatch_db.staffing.Tables.SHIFT;

import java.util.UUID;
import org.daywatch.platform.live.Live;
import org.daywatch.staffing.StaffingEvent;
import org.daywatch.staffing.StaffingEvent.OfPost;
import org.daywatch.staffing.StaffingEvent.OfShift;
import org.daywatch.staffing.StaffingEvent.PostsGenerated;
import org.daywatch.staffing.StaffingEvent.PostsPosted;
import org.daywatch.staffing.StaffingEvent.PostsReplanned;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open boards of the agency and of the district concerned hear a bell when a post or a shift changes, and fetch anew.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BoardBell {

    static final String TOPIC = "board";

    private final DSLContext db;
    private final Live live;

    BoardBell(DSLContext db, Live live) {
        this.db = db;
        this.live = live;
    }

    @EventListener
    void on(StaffingEvent fact) {
        switch (fact) {
            case OfShift shift -> {
                live.ring(TOPIC, shift.tenant());
                db.select(SHIFT.DISTRICT_ID).from(SHIFT).where(SHIFT.ID.eq(shift.id())).fetchOptional(SHIFT.DISTRICT_ID)
                        .ifPresent(this::ring);
            }
            case OfPost post -> {
                live.ring(TOPIC, post.tenant());
                db.select(POST.DISTRICT_ID).from(POST).where(POST.ID.eq(post.id())).fetchOptional(POST.DISTRICT_ID)
                        .ifPresent(this::ring);
            }
            case PostsGenerated _,PostsPosted _,PostsReplanned _ -> live.ring(TOPIC, fact.tenant());
            default -> {}
        }
    }

    private void ring(UUID district) {
        live.ring(TOPIC, district);
    }
}
