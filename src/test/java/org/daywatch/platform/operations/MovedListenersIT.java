package org.daywatch.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daywatch_db.platform.Tables.EVENT_PUBLICATION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daywatch._story.DaywatchIT;
import org.daywatch._story.Story;
import org.daywatch._story.TestClock;
import org.daywatch.platform.persistence.Ids;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.util.ClassUtils;

/** Facts that waited in a 0.1.0 for listeners which have moved to another package since. */
@DaywatchIT
class MovedListenersIT {

    private static final Path MOVES = Path
            .of("src/main/java/org/daywatch/platform/migrations/V102__listeners_moved.sql");

    /** By today's package the one of 0.1.0. */
    private static final Map<String, String> MOVED = Map.of("org.daywatch.prevention.findings.reminders.",
            "org.daywatch.prevention.findings.telling.",
            "org.daywatch.transparency.activitylog.assembly.", "org.daywatch.transparency.activitylog.hearing.",
            "org.daywatch.transparency.programs.clocks.triggers.",
            "org.daywatch.transparency.programs.clocks.starting.");

    @Autowired ApplicationContext app;
    @Autowired Story story;
    @Autowired TestClock clock;
    @Autowired DSLContext db;

    private UUID agency;
    private final Map<UUID, String> left = new LinkedHashMap<>();

    @BeforeEach
    void anAgency() {
        agency = story.cast().agency();
    }

    @AfterEach
    void nothingIsLeftForOthers() {
        story.run(agency,
                () -> db.deleteFrom(EVENT_PUBLICATION).where(EVENT_PUBLICATION.ID.in(left.keySet())).execute());
    }

    @Test
    void whatWaitsForAListenerThatMovedIsKeptUnderItsNewNameAndEverythingElseAsItWas() {
        for (var listener : moved()) leave(old(listener), true, listener);
        assertThat(left).as("listeners that moved").hasSizeGreaterThan(MOVED.size());
        leave("org.daywatch.planning.improvements.IdeaHearing.on(x)", true,
                "org.daywatch.planning.improvements.IdeaHearing.on(x)");
        leave(old(moved().getFirst()), false, old(moved().getFirst())); // heard long ago

        story.run(agency, () -> db.execute(sql()));

        assertThat(story.as(agency,
                () -> db.selectFrom(EVENT_PUBLICATION).where(EVENT_PUBLICATION.ID.in(left.keySet()))
                        .fetchMap(EVENT_PUBLICATION.ID, EVENT_PUBLICATION.LISTENER_ID)))
                .containsExactlyInAnyOrderEntriesOf(left);
    }

    private static String sql() {
        try {
            return Files.readString(MOVES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the registry names the listeners of today that were elsewhere. */
    private List<String> moved() {
        return Arrays.stream(app.getBeanDefinitionNames()).map(app::getType).filter(type -> type != null)
                .map(ClassUtils::getUserClass)
                .filter(type -> MOVED.keySet().stream().anyMatch(type.getName()::startsWith))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(ApplicationModuleListener.class))
                .map(MovedListenersIT::name).sorted().toList();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName() + Arrays.stream(method.getParameterTypes())
                .map(Class::getName).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String old(String listener) {
        return MOVED.entrySet().stream().filter(e -> listener.startsWith(e.getKey()))
                .map(e -> e.getValue() + listener.substring(e.getKey().length())).findFirst().orElseThrow();
    }

    /** Given up, so that nobody tells it in the meantime. */
    private void leave(String listener, boolean waits, String becomes) {
        UUID id = Ids.next();
        left.put(id, becomes);
        story.run(agency,
                () -> db.insertInto(EVENT_PUBLICATION).set(EVENT_PUBLICATION.ID, id)
                        .set(EVENT_PUBLICATION.EVENT_TYPE, "x").set(EVENT_PUBLICATION.LISTENER_ID, listener)
                        .set(EVENT_PUBLICATION.SERIALIZED_EVENT, "{\"tenant\":\"" + agency + "\"}")
                        .set(EVENT_PUBLICATION.PUBLICATION_DATE, clock.instant())
                        .set(EVENT_PUBLICATION.COMPLETION_DATE, waits ? null : clock.instant())
                        .set(EVENT_PUBLICATION.COMPLETION_ATTEMPTS, 5)
                        .set(EVENT_PUBLICATION.STATUS, waits ? "FAILED" : "COMPLETED").execute());
    }
}
