package org.daywatch.emergencies.alerts.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.PostedDay;
import org.daywatch._story.Story;
import org.daywatch._story.Visitor;
import org.daywatch._story.Visitor.Visit;
import org.daywatch.platform.identity.Organizations;
import org.daywatch.platform.identity.Role;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;

/**
 * Ten thousand pages that open in the same minute each ask once what stands: what one of them costs the database.
 *
 * <p>F-13, P-06 of docs/security.
 */
@DaywatchIT
class ScreenQueriesIT {

    private static final String SCREEN = "/alerts/screen?words=false";

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired Visitor visitor;
    @Autowired Organizations organizations;
    @Autowired DSLContext db;
    @Autowired @Qualifier("signin") DSLContext signin;

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final List<Runnable> undo = new ArrayList<>();
    private PostedDay day;

    @BeforeEach
    void listens() {
        day = new PostedDay(app);
        for (var each : List.of(db, signin)) {
            var before = each.configuration().executeListenerProviders();
            each.configuration().set(new DefaultExecuteListenerProvider(new ExecuteListener() {
                @Override
                public void executeStart(ExecuteContext context) {
                    // What goes round by itself each second is no part of it.
                    if (Thread.currentThread().getName().startsWith("http-")) asked.add(String.valueOf(context.sql()));
                }
            }));
            undo.add(() -> each.configuration().set(before));
        }
    }

    @AfterEach
    void listensNoMore() {
        undo.forEach(Runnable::run);
    }

    @Test
    void aTeachersScreenAsksTheDatabaseEightTimesWhereNothingStands() throws Exception {
        var screens = new ArrayList<Visit>();
        for (int i = 0; i < 40; i++) screens.add(teacher(i));
        screens.getFirst().get(SCREEN);
        asked.clear();
        assertThat(screens.getLast().get(SCREEN).statusCode()).isEqualTo(200);
        var own = List.copyOf(asked);
        asked.clear();
        long began = System.nanoTime();
        try (var people = Executors.newFixedThreadPool(8)) {
            for (var screen : screens) people.submit(() -> screen.get(SCREEN));
        }
        System.out.printf("%s: %d statements a page; 40 people at once: %.1f ms a page, %.1f statements each%n", SCREEN,
                own.size(), (System.nanoTime() - began) / 1e6 / screens.size(), 1.0 * asked.size() / screens.size());
        // Session, its person, their places, the last ring (known where a page listens), who starts drills, district, school, alerts.
        assertThat(own).hasSizeBetween(5, 8);
    }

    private Visit teacher(int i) {
        UUID person = story.as(day.cast.mesquite(), () -> organizations.join(day.cast.mesquite(),
                "teacher" + i + "-" + day.cast.suffix() + "@story.example", "Sasha Vandermeer", Role.TEACHER,
                day.school));
        return visitor.signedIn(person, day.cast.mesquite(), Role.TEACHER);
    }
}
