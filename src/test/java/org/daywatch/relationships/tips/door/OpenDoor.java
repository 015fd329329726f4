package org.daywatch.relationships.tips.door;

import java.util.UUID;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.relationships.tips.ring.RingBeat;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/** The door of a running application, for tests that stand elsewhere. */
public record OpenDoor(ApplicationContext app) {

    public static OpenDoor of(ApplicationContext app) {
        return new OpenDoor(app);
    }

    public static void quarterHourLater(TestClock clock, RingBeat beat) {
        DoorVisitor.quarterHourLater(clock, beat);
    }

    public int port() {
        return app.getBean(TipDoorLife.class).port();
    }

    /** A school of this name, where somebody reads tips. */
    public UUID school(Story story, Story.Cast cast, UUID district, String name) {
        var school = DoorVisitor.school(story, app.getBean(DSLContext.class), cast, district, name);
        app.getBean(DoorSchools.class).refresh();
        return school;
    }
}
